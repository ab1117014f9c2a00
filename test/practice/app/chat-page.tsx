/** @jsxImportSource react */
import { useEffect, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { conversationPeople } from '../feeds.ts'
import { personIndexOfId } from '../people.ts'
import { Icon } from './icons.tsx'
import { navigate } from './navigation.ts'
import { portrait } from './pictures.ts'
import { sendMessage as send } from './send.ts'
import { arrive, options, store, useAppState, useUser } from './store.ts'
import { useLabels } from './wording.ts'

const people = conversationPeople(options)
const OPENERS = ['Hello! Is this the right place to ask about my booking?', 'Thank you, that was quick.', 'I sent you the reference number.', 'Good morning from gate 14.'] as const
const pair = (id: string): readonly [string, string] => [store.getState().session.user_id, id].sort((a, b) => Number(BigInt(a) - BigInt(b))) as [string, string]

function ConversationItem({ index, open }: { readonly index: number, readonly open: boolean }): ReactNode {
  const user = useUser(index)
  const [one, two] = pair(user.id_str)
  return (
    <div role="button" tabIndex={0} data-testid={`dm-conversation-item-${one}:${two}`} className={open ? 'chat-item open' : 'chat-item'} onClick={() => navigate(`/i/chat/${one}-${two}`)}>
      <div className="chat-face"><img alt="" src={portrait(user.hue, user.id_str)} /></div>
      <div className="chat-words"><div className="chat-line"><span dir="auto" className="chat-name">{user.name}</span><span className="chat-when">{1 + (index % 22)}h</span></div><div dir="auto" className="chat-last">{OPENERS[index % OPENERS.length]}</div></div>
    </div>
  )
}

function ChatComposer({ to }: { readonly to: string }): ReactNode {
  const [text, setText] = useState('')
  const { words } = useLabels()
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (text.trim() === '') return
    send(to, text)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  return (
    <form data-testid="dm-composer-form" className="chat-form" onSubmit={submit}>
      <div data-testid="dm-composer-container" className="chat-composer">
        <button type="button" data-testid="dm-composer-attachment-button" aria-label="Attach" className="chat-round"><Icon name="picture" /></button>
        <div data-testid="dm-composer-input-container" className="chat-input"><textarea data-testid="dm-composer-textarea" rows={1} placeholder={words.message} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} /></div>
        {text.trim() !== '' && <button type="submit" data-testid="dm-composer-send-button" aria-label="Send" className="chat-round strong"><Icon name="send" /></button>}
      </div>
    </form>
  )
}

const uuid = (index: number, n: number): string => `00000000-0000-4000-8000-${String(index * 1000 + n).padStart(12, '0')}`

function Message({ id, own, text }: { readonly id: string, readonly own: boolean, readonly text: string }): ReactNode {
  return <div data-testid={`message-${id}`} className={own ? 'message own' : 'message'}><div className="bubble"><span dir="auto" data-testid={`message-text-${id}`}>{text}</span></div></div>
}

function Conversation({ index }: { readonly index: number }): ReactNode {
  const user = useUser(index)
  const added = useAppState((state) => state.messages[user.id_str])
  return (
    <div data-testid="dm-conversation-panel" className="chat-panel">
      <div data-testid="dm-conversation-header" className="chat-header"><img alt="" src={portrait(user.hue, user.id_str)} /><span dir="auto" data-testid="dm-conversation-username" className="chat-name">{user.name}</span></div>
      <div data-testid="dm-conversation-content" className="chat-content">
        <div data-testid="dm-message-list-container" className="chat-scroll"><div data-testid="dm-message-scroller" role="log"><div data-testid="dm-message-list">
          <Message id={uuid(index, 1)} own={false} text={OPENERS[index % OPENERS.length] ?? ''} /><Message id={uuid(index, 2)} own text="Hello! Happy to help. Could you send me your booking code?" /><Message id={uuid(index, 3)} own={false} text="Of course, one moment please." />
          {(added ?? []).map((text, n) => <Message key={n} id={uuid(index, 4 + n)} own text={text} />)}
        </div></div></div>
        <ChatComposer key={user.id_str} to={user.id_str} />
      </div>
    </div>
  )
}

/** The newer messages page: ids in the address and in the list, nothing else that tells who it is. */
export function ChatPage({ ids }: { readonly ids: readonly [string, string] | undefined }): ReactNode {
  const { words } = useLabels()
  useEffect(() => arrive(people), [])
  const other = ids?.find((id) => id !== store.getState().session.user_id)
  const index = other === undefined ? undefined : personIndexOfId(other)
  return (
    <div data-testid="dm-container" id="dm-main-container" className="chat">
      <div data-testid="dm-inbox-panel" className="chat-inbox"><h2 data-testid="dm-inbox-title" className="chat-title">{words.chat}</h2>{people.map((person) => <ConversationItem key={person} index={person} open={person === index} />)}</div>
      {index === undefined ? <div className="chat-panel chat-empty">{words.message}</div> : <Conversation index={index} />}
    </div>
  )
}
