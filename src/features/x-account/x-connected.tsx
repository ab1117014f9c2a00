import { ConfirmButton } from '../../ui/confirm-button'
import { Switch } from '../../ui/choices'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/notice'
import { dayOf, plural, said, word } from '../../ui/words'
import type { XConnection } from './connection'
import type { Wish } from './x-account-messages'

/** What can be done with a connected account. */
export interface XConnectedProps {
  readonly connection: XConnection
  readonly pollMinutes: number
  readonly staleDays: number
  readonly onWant: (wish: Omit<Wish, 'id'>) => void
  readonly onBackFill: (run: boolean) => void
  readonly onDisconnect: () => void
}

/** One connected account: what is wanted of it, how far what was before is here, and the way out. */
export function XConnected({ connection, pollMinutes, staleDays, onWant, onBackFill, onDisconnect }: XConnectedProps) {
  const { handle, kind, trouble, inbox, enrich, notify, connectedAt } = connection
  return (
    <div class="stack x-connected">
      <h3>
        <bdi>@{handle}</bdi> <span class="quiet small">{word(kind === 'user' ? 'xKindUser' : 'xKindApp', dayOf(connectedAt, Date.now()))}</span>
      </h3>
      {trouble && <Banner tone="warn">{said(trouble)}</Banner>}
      <Switch label={word('xWantInbox')} hint={plural('xWantInboxHint', pollMinutes)} on={inbox} onSwitch={(inbox) => onWant({ inbox })} />
      <Switch label={word('xWantNotify')} on={notify} disabled={!inbox} onSwitch={(notify) => onWant({ notify })} />
      <Switch label={word('xWantEnrich')} hint={plural('xWantEnrichHint', staleDays)} on={enrich} onSwitch={(enrich) => onWant({ enrich })} />
      <BackFilled connection={connection} onBackFill={onBackFill} />
      <p>
        <ConfirmButton confirm={word('xDisconnectConfirm')} cancel={word('noteCancel')} onConfirm={onDisconnect}>
          {word('xDisconnect')}
        </ConfirmButton>
      </p>
    </div>
  )
}

function BackFilled({ connection: { backFill, refused }, onBackFill }: Pick<XConnectedProps, 'connection' | 'onBackFill'>) {
  const { posts = 0, running = false, stage } = backFill ?? {}
  return (
    <div class="row">
      <Button disabled={refused} onClick={() => onBackFill(!running)}>
        {word(running ? 'xBackFillPause' : stage === 'done' ? 'xBackFillAgain' : backFill ? 'xBackFillGoOn' : 'xBackFill')}
      </Button>
      <span class="quiet small" role="status">
        {stage === 'done' ? plural('xBackFillDone', posts) : backFill ? plural('xBackFillProgress', posts) : word('xBackFillHint')}
      </span>
    </div>
  )
}
