/** @jsxImportSource react */
import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

/** The bar on top of a page, with the way back. */
export function TitleBar({ title, note }: { readonly title: ReactNode, readonly note?: string }): ReactNode {
  return (
    <div className="v row middle title-bar">
      <button type="button" role="button" aria-label="Back" data-testid="app-bar-back" className="v back hand" onClick={() => history.back()}><Icon name="back" /></button>
      <div className="v shrink"><h2 dir="ltr" role="heading" aria-level={2} className="t title"><span className="s">{title}</span></h2>{note !== undefined && <div dir="ltr" className="t quiet small"><span className="s">{note}</span></div>}</div>
    </div>
  )
}
