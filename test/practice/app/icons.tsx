/** @jsxImportSource react */
import type { ReactNode } from 'react'

const DRAWINGS = {
  reply: 'M4 11a7 7 0 0 1 7-7h2a7 7 0 0 1 1 13.9L11 21v-3a7 7 0 0 1-7-7z',
  repost: 'M4 8.5L7.2 5.3l3.2 3.2M7.2 5.6V15a3.5 3.5 0 0 0 3.5 3.5h2.6M20 15.5l-3.2 3.2-3.2-3.2M16.8 18.4V9a3.5 3.5 0 0 0-3.5-3.5h-2.6',
  like: 'M12 20.3C5.6 16.6 3.2 12.7 3.2 9.4c0-2.6 1.9-4.3 4.1-4.3 2 0 3.5 1.1 4.7 3 1.2-1.9 2.7-3 4.7-3 2.2 0 4.1 1.7 4.1 4.3 0 3.3-2.4 7.2-8.8 10.9z',
  view: 'M4.5 20v-8M9.5 20V4M14.5 20v-6M19.5 20V8',
  bookmark: 'M5.5 4h13v16.5L12 15.7l-6.5 4.8z',
  share: 'M12 15.5V4M7.5 8L12 3.6 16.5 8M4 14.5v5h16v-5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  grok: 'M20.5 3.5L9 15M16 6.6A7 7 0 1 0 18.6 11',
  home: 'M4 10.5L12 4l8 6.5V20h-5.5v-5h-5v5H4z',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3L20.5 20.5',
  bell: 'M6 16.5V10.5a6 6 0 0 1 12 0v6l1.5 1.5H4.5zM10 20.5h4',
  chat: 'M3.5 6h17v12.5h-17zM3.5 7.5L12 13.2l8.5-5.7',
  lists: 'M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h4',
  person: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.5 20.5c.5-4.3 3.3-6.4 7.5-6.4s7 2.1 7.5 6.4z',
  back: 'M20 12H4.5M11 5.5L4.5 12l6.5 6.5',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01',
  face: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8.5 14.5c1.7 2.3 5.3 2.3 7 0M9 9.8h.01M15 9.8h.01',
  send: 'M12 19.5V5M5.5 11L12 4.5l6.5 6.5',
  brand: 'M4 4.5l16 15M20 4.5l-16 15',
} as const

export type IconName = keyof typeof DRAWINGS

/** A line drawing of ours in place of X's icon, with the same two elements inside. */
export function Icon({ name, className = 'icon', filled = false }: { readonly name: IconName, readonly className?: string, readonly filled?: boolean }): ReactNode {
  return <svg viewBox="0 0 24 24" aria-hidden="true" className={`${className}${filled ? ' filled' : ''} icon-${name}`}><g><path d={DRAWINGS[name]} /></g></svg>
}

const BADGE = 'M11 1l2.5 1.9 3.1-.4 1 3 2.8 1.4-1 3 1 3-2.8 1.4-1 3-3.1-.4L11 19.8l-2.5-1.9-3.1.4-1-3-2.8-1.4 1-3-1-3 2.8-1.4 1-3 3.1.4zM9.7 14.3l5.3-5.3-1.3-1.3-4 4-1.7-1.7-1.3 1.3z'

/** The mark beside a verified name. */
export function VerifiedMark({ label, business }: { readonly label: string, readonly business: boolean }): ReactNode {
  return <svg viewBox="0 0 22 22" aria-label={label} role="img" data-testid="icon-verified" className={`verified${business ? ' gold' : ''}`}><g><path fillRule="evenodd" d={BADGE} /></g></svg>
}

const NOTICES = {
  like: 'M20.884 13.19C19.6 15.6 17 18 12 21 7 18 4.4 15.6 3.1 13.2 1.8 10.8 2 7.5 4.7 5.8 7.5 4.2 10.4 5.4 12 8c1.6-2.6 4.5-3.8 7.3-2.2 2.7 1.7 2.9 5 1.584 7.390z',
  repost: 'M4.5 3.88l4.4 4.1-1.4 1.5-2-1.9V16a2 2 0 0 0 2 2H13v2H7.5a4 4 0 0 1-4-4V7.6l-2 1.9L.1 8zM16.5 6H11V4h5.5a4 4 0 0 1 4 4v8.4l2-1.9 1.4 1.5-4.4 4.1-4.4-4.1 1.4-1.5 2 1.9V8a2 2 0 0 0-2-2z',
  follow: 'M12 11.816c2.2 0 3.4-1.8 3.4-4.4S14.2 3.2 12 3.2 8.6 4.8 8.6 7.416s1.2 4.4 3.4 4.4zM4 21c.4-4.6 3.4-7.4 8-7.4s7.6 2.8 8 7.4z',
} as const

/** The large icon of an aggregate; its path begins as X's does, which is how kinds are told apart. */
export function NoticeIcon({ kind }: { readonly kind: keyof typeof NOTICES }): ReactNode {
  return <svg viewBox="0 0 24 24" aria-hidden="true" className={`notice-icon notice-${kind}`}><g><path d={NOTICES[kind]} /></g></svg>
}
