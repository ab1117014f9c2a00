/** A box on screen. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const GAP = 6

/** Below what it belongs to where there is room, else above; always inside the window. */
export function boxBeside(beside: DOMRect, wanted: { readonly width: number; readonly height: number }, { clientWidth, clientHeight }: Element): Box {
  const width = Math.min(wanted.width, clientWidth - 2 * GAP)
  const height = Math.min(wanted.height, clientHeight - 2 * GAP)
  const left = Math.max(GAP, Math.min(beside.left, clientWidth - width - GAP))
  const below = beside.bottom + GAP
  const top = below + height + GAP <= clientHeight ? below : Math.max(GAP, Math.min(beside.top - GAP - height, clientHeight - height - GAP))
  return { left, top, width, height }
}
