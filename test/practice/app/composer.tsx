/** @jsxImportSource react */
import 'draft-js/dist/Draft.css'
import { ContentState, Editor, EditorState, Modifier, type DraftHandleValue } from 'draft-js'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Post } from '../posts.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { Quote } from './post-body.tsx'
import { send } from './send.ts'
import { useUser } from './store.ts'
import { useLabels } from './wording.ts'

interface ComposerProps {
  /** The post that is answered, if any. */
  readonly replyTo?: string
  /** The post that is quoted, shown below the words. */
  readonly quote?: Post | undefined
  readonly modal?: boolean
  readonly autoFocus?: boolean
}

/** As X does it: the pasted text becomes a fragment, one block a line, and the browser's own paste is off. */
function paste(editor: EditorState, text: string): EditorState {
  const fragment = ContentState.createFromText(text).getBlockMap()
  return EditorState.push(editor, Modifier.replaceWithFragment(editor.getCurrentContent(), editor.getSelection(), fragment), 'insert-fragment')
}

/** X's post editor: Draft.js, with a Post button that is enabled only when there is something to post. */
export function Composer({ replyTo, quote, modal = false, autoFocus = false }: ComposerProps): ReactNode {
  const [editor, setEditor] = useState(() => EditorState.createEmpty())
  const ref = useRef<Editor>(null)
  const user = useUser(0)
  const { words } = useLabels()
  const text = editor.getCurrentContent().getPlainText('\n')
  useEffect(() => { if (autoFocus) ref.current?.focus() }, [autoFocus])
  const onPaste = (pasted: string): DraftHandleValue => {
    setEditor((now) => paste(now, pasted))
    return 'handled'
  }
  const post = (): void => {
    send(text, replyTo)
    setEditor(EditorState.createEmpty())
  }
  return (
    <div className="v row composer">
      <div className="v avatar-column"><Avatar user={user} size={40} /></div>
      <div className="v grow">
        <div className="v composer-text"><div className="v" data-testid="tweetTextarea_0RichTextInputContainer" onClick={() => ref.current?.focus()}>
          <div className="draft" data-testid="tweetTextarea_0_label">
            <Editor ref={ref} editorState={editor} onChange={setEditor} handlePastedText={onPaste} stripPastedStyles
              placeholder={replyTo === undefined ? words.ask : words.replyPrompt} ariaLabel="Post text" ariaMultiline webDriverTestID="tweetTextarea_0" role="textbox" spellCheck />
          </div>
        </div></div>
        {quote && <div className="v" data-testid="attachments"><Quote index={quote.index} /></div>}
        <div className="v row apart middle toolbar" data-testid="toolBar" role="group">
          <div className="v row tools">{(['picture', 'lists', 'face', 'calendar', 'pin'] as const).map((name) => <button key={name} type="button" role="button" aria-label={name} className="v tool hand"><Icon name={name} /></button>)}</div>
          <button type="button" role="button" data-testid={modal ? 'tweetButton' : 'tweetButtonInline'} disabled={text.trim() === ''} aria-disabled={text.trim() === ''} className="v pill strong hand" onClick={post}>
            <div dir="ltr" className="t bold"><span className="s"><span className="s">{replyTo === undefined ? words.post : words.reply}</span></span></div>
          </button>
        </div>
      </div>
    </div>
  )
}
