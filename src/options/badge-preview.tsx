import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Badge, type BadgeFace, makeBadge } from '../page/badge'
import { badgeCss, type BadgeLooks } from '../page/badge-style'

interface Held {
  readonly badge: Badge
  readonly sheet: CSSStyleSheet
}

/** The badge itself, as it stands on X, to look at and not to press. */
export function BadgePreview({ looks, face }: { readonly looks: BadgeLooks; readonly face: BadgeFace }) {
  const place = useRef<HTMLSpanElement>(null)
  const held = useRef<Held>(null)
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    const badge = makeBadge(document, sheet)
    held.current = { badge, sheet }
    place.current?.append(badge.host)
    return () => badge.host.remove()
  }, [])
  useLayoutEffect(() => {
    held.current?.sheet.replaceSync(badgeCss(looks))
    held.current?.badge.paint(face)
  })
  return <span class="badge-place" ref={place} inert />
}
