import type { ComponentChildren } from 'preact'
import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import { XBill } from '../features/x-account/x-bill'
import { XConnect } from '../features/x-account/x-connect'
import { XConnected } from '../features/x-account/x-connected'
import type { Wish } from '../features/x-account/x-account-messages'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { Section } from './section'
import { redirectUrl, useXAccounts } from './use-x-accounts'

/** X's own interface: which accounts are connected, what they may do, and what it costs. */
export function XSections({ staleDays }: { readonly staleDays: number }) {
  const { connections, month, settings, save, isBusy, error, login, token, act } = useXAccounts()
  const isUsed = connections.length > 0 || month.length > 0
  return (
    <Section id="x" title={word('xTitle')} lead={word('xLead')}>
      {error && <Banner tone="warn">{error}</Banner>}
      {connections.map((connection) => (
        <XConnected
          key={connection.id}
          connection={connection}
          pollMinutes={settings?.pollMinutes ?? 0}
          staleDays={staleDays}
          onWant={(wish) => act(() => want({ ...wish, id: connection.id }))}
          onBackFill={(run) => act(() => ask('x/back-fill', { id: connection.id, run }))}
          onDisconnect={() => act(() => ask('x/disconnect', connection.id))}
        />
      ))}
      {connections.length > 0 && (
        <p>
          <a href={browser.runtime.getURL('src/inbox/inbox.html')}>{word('inboxOpen')}</a>
        </p>
      )}
      <Collapsed title={connections.length > 0 ? word('xConnectAnother') : undefined}>
        <XConnect redirect={redirectUrl()} isBusy={isBusy} onLogin={login} onToken={token} />
      </Collapsed>
      {isUsed && settings && <XBill month={month} {...settings} now={Date.now()} onChange={save} />}
    </Section>
  )
}

/** What is needed seldom, behind its title; in sight where it has none. */
function Collapsed({ title, children }: { readonly title: string | undefined; readonly children: ComponentChildren }) {
  if (title === undefined) return <>{children}</>
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** Notifications are asked for in the click that wants them. */
async function want(wish: Wish): Promise<void> {
  if (wish.notify && !(await browser.permissions.request({ permissions: ['notifications'] }))) return
  await ask('x/want', wish)
}
