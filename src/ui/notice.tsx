import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from './button'
import { CloseIcon } from './icons'

/** Something to know before reading on. A warning is said at once by screen readers when it appears. */
export function Banner({ tone = 'calm', children }: { readonly tone?: 'calm' | 'warn'; readonly children: ComponentChildren }) {
  return (
    <div class="banner" data-tone={tone} role={tone === 'warn' ? 'alert' : undefined}>
      {children}
    </div>
  )
}

/** What a toast says, and what can be done about it. */
export interface ToastProps {
  /** Undefined: nothing to say. The place stays, so that screen readers notice when something comes. */
  readonly text: string | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  readonly dismissLabel: string
  readonly onDismiss: () => void
}

/** A short sentence that something was done, with a way back. Takes the focus only where what was done took it away. */
export function Toast({ text, action, dismissLabel, onDismiss }: ToastProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (text && document.activeElement === document.body) place.current?.querySelector('button')?.focus()
  }, [text])
  return (
    <div class="toast" role="status" ref={place}>
      {text && (
        <div>
          <span>{text}</span>
          {action && (
            <Button kind="link" onClick={action.run}>
              {action.label}
            </Button>
          )}
          <Button kind="icon" aria-label={dismissLabel} title={dismissLabel} onClick={onDismiss}>
            <CloseIcon />
          </Button>
        </div>
      )}
    </div>
  )
}
