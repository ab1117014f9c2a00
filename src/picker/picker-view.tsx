import { ReplyForm } from '../features/canned-replies/reply-form'
import { ReplyPicker } from '../features/canned-replies/reply-picker'
import { isolated, word } from '../ui/words'
import type { PickerActions, PickerState } from './picker-actions'

/** The picker at the composer: the library for this person, or the form of one reply. */
export function PickerView({ state, actions }: { readonly state: PickerState; readonly actions: PickerActions }) {
  const { replies, situation, handle, asked, typed, isOpen, thread: waiting, said } = state
  const thread = { waiting, onNext: actions.insertNext, onForget: actions.forgetThread, onCopy: actions.copy }
  return (
    <main class="picker">
      <header class="picker-head">
        <h1>{word('pickerTitle')}</h1>
        <span role="status">{said}</span>
        {handle && <span>{word('pickerFor', isolated(`@${handle}`))}</span>}
      </header>
      {asked ? (
        <ReplyForm reply={asked} args="" situation={situation} onInsert={actions.insert} onCopy={actions.copy} onBack={() => actions.leave('')} />
      ) : (
        <ReplyPicker typed={typed} replies={replies} situation={situation} autoFocus={isOpen} onLeave={actions.leave} onInsert={actions.insert} thread={thread} onOutcome={actions.tellOutcome} />
      )}
      <footer class="picker-foot">{word('pickerKeys')}</footer>
    </main>
  )
}
