/** @jsxImportSource react */
import './page.css'
import './article.css'
import './people.css'
import './chat.css'
import { createRoot } from 'react-dom/client'
import { watchHistory } from './navigation.ts'
import { watchLayoutShifts } from './observed.ts'
import { practiceWindow } from './practice-window.ts'
import { Root } from './shell.tsx'
import { watchShortcuts } from './shortcuts.ts'

const FIRST = '[data-testid=cellInnerDiv] :is(article, [data-testid=UserCell]), [data-testid^=dm-conversation-item]'

/** The page is ready when it shows something that came from the pretended server. */
function untilShown(root: Element): Promise<void> {
  return new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(FIRST)) return
      watcher.disconnect()
      requestAnimationFrame(() => resolve())
    })
    watcher.observe(root, { childList: true, subtree: true })
  })
}

const root = document.querySelector('#react-root')
if (!root) throw new Error('The page has no #react-root')
watchLayoutShifts()
watchHistory()
watchShortcuts()
Object.assign(window, { __practice: practiceWindow(untilShown(root)) })
createRoot(root).render(<Root />)
