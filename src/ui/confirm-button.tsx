import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button, type ButtonKind } from './button'

/** A button that does something only at a second step. */
export interface ConfirmButtonProps {
  readonly kind?: ButtonKind
  /** Accessible name of the first button, where its content is an icon. */
  readonly label?: string
  readonly children: ComponentChildren
  /** Words of the second step. */
  readonly confirm: string
  readonly cancel: string
  readonly onConfirm: () => void
}

/** How long the second step waits before it can be taken, in ms: a double click must not reach it. */
export const ARMED_AFTER = 500

/** Nothing is destroyed by one click: the first asks, the second is dead for half a second, and the focus stands on the way out. */
export function ConfirmButton({ kind = 'plain', label, children, confirm, cancel, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const leave = (): void => {
    setAsking(false)
    requestAnimationFrame(() => first.current?.focus())
  }
  if (asking) return <SecondStep confirm={confirm} cancel={cancel} onCancel={leave} onConfirm={onConfirm} />
  return (
    <Button kind={kind} aria-label={label} title={label} ref={first} onClick={() => setAsking(true)}>
      {children}
    </Button>
  )
}

interface SecondStepProps {
  readonly confirm: string
  readonly cancel: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** The second step: dead for half a second, with the focus on the way out. */
export function SecondStep({ confirm, cancel, onConfirm, onCancel }: SecondStepProps) {
  const [armed, setArmed] = useState(false)
  const wayOut = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    wayOut.current?.focus()
    const timer = setTimeout(() => setArmed(true), ARMED_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return (
    <span class="row" onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), onCancel())}>
      <Button kind="danger" aria-disabled={!armed} onClick={() => armed && onConfirm()}>
        {confirm}
      </Button>
      <Button kind="quiet" ref={wayOut} onClick={onCancel}>
        {cancel}
      </Button>
    </span>
  )
}
