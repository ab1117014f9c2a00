import type { ButtonHTMLAttributes } from 'preact'

/** What a button looks like; `icon` needs an `aria-label`. */
export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger' | 'link' | 'icon'

/** A button's properties: those of HTML, and its kind. */
export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'class' | 'className'> {
  readonly kind?: ButtonKind
}

/** A real button, which submits nothing unless told to. */
export function Button({ kind = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button class="button" data-kind={kind} type={type} {...rest} />
}
