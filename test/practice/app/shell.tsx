/** @jsxImportSource react */
import { useEffect, type ReactNode } from 'react'
import { LeftNav } from './left-nav.tsx'
import { Layers } from './layers.tsx'
import { followLink } from './navigation.ts'
import { PageOf } from './pages.tsx'
import { Sidebar } from './sidebar.tsx'
import type { AppState } from './state.ts'
import { options, store as ownStore, useAppState } from './store.ts'
import { watchHover } from './watch-hover.ts'

interface ProviderProps {
  /** Not read here: X's page can be asked for its state through this very property. */
  readonly store: { readonly getState: () => AppState }
  readonly children: ReactNode
}

/** Hands the store down; its place among the properties is how one finds X's. */
export function StoreProvider({ children }: ProviderProps): ReactNode {
  return children
}

export function AppFrame({ children }: { readonly children: ReactNode }): ReactNode {
  return children
}

/** What the root renders: the first element, whose properties lead to the store in X's way. */
export function Root(): ReactNode {
  return (
    <div className="v root" onClick={followLink} {...watchHover}>
      <AppFrame><StoreProvider store={ownStore}><Shell /></StoreProvider></AppFrame>
    </div>
  )
}

function useTheme(): void {
  const { theme, lang, dir } = useAppState((state) => state.settings)
  useEffect(() => {
    const { documentElement: html, body } = document
    html.lang = lang === 'ar' ? 'ar-x-fm' : lang
    html.dir = dir
    html.style.cssText = `overflow-y: scroll; overscroll-behavior-y: none; font-size: ${options.fontSize}px; color-scheme: ${theme};`
    body.style.backgroundColor = theme === 'dark' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)'
  }, [theme, lang, dir])
}

function Shell(): ReactNode {
  const path = useAppState((state) => state.path)
  const generation = useAppState((state) => state.generation)
  useTheme()
  return (
    <div key={generation} className="v shell">
      <div id="layers" className="v"><Layers /></div>
      <div className="v row columns" data-at-shortcutkeys='{"n":"New post","?":"Shortcut help","j":"Next post","k":"Previous post"}'>
        <LeftNav path={path} />
        <main role="main" className="v main"><div className="v main-inner"><PageOf path={path} sidebar={<Sidebar />} /></div></main>
      </div>
    </div>
  )
}
