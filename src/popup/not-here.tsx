import browser from 'webextension-polyfill'
import { AccessLost } from '../features/preferences/access-notice'
import { X_ORIGINS } from '../features/preferences/page-access-worker'
import { Button } from '../ui/button'
import { word } from '../ui/words'
import type { Where } from './find-page'

const X_HOME = 'https://x.com/home'

/** Why there is no person to show, and what can be done about it. */
export function NotHere({ where }: { readonly where: Where }) {
  if (where.is === 'no access') return <AccessLost onGrant={grant} />
  if (where.is === 'silent') return <Hint title={word('popupSilent')} text={word('popupSilentMeaning')} action={word('popupReload')} onAct={() => reload(where.tab)} />
  if (where.is === 'X') return <Hint title={word('popupNobody')} text={word('popupNobodyMeaning')} />
  return <Hint title={word('popupNotX')} text={word('popupNotXMeaning')} action={word('popupOpenX')} onAct={openX} />
}

interface HintProps {
  readonly title: string
  readonly text: string
  readonly action?: string
  readonly onAct?: () => void
}

function Hint({ title, text, action, onAct }: HintProps) {
  return (
    <section class="stack hint">
      <h1>{title}</h1>
      <p class="quiet">{text}</p>
      {action && (
        <p>
          <Button kind="primary" onClick={onAct} autoFocus>
            {action}
          </Button>
        </p>
      )}
    </section>
  )
}

/** The browser's question closes a popup in some systems: nothing may depend on what comes after it. */
function grant(): void {
  void browser.permissions.request({ origins: X_ORIGINS }).then(() => close())
}

function reload(tab: number): void {
  void browser.tabs.reload(tab).then(() => close())
}

function openX(): void {
  void browser.tabs.create({ url: X_HOME }).then(() => close())
}
