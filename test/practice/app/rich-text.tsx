/** @jsxImportSource react */
import { Fragment, type ReactNode } from 'react'
import { emojiPicture } from './pictures.ts'

const EMOJI = /(\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*)/u
const MENTION = /(@\w{1,15})/

/** Text with its emojis as pictures, in X's spans. */
export function NameText({ text }: { readonly text: string }): ReactNode {
  return text.split(EMOJI).map((part, n) => {
    if (part === '') return null
    return n % 2 === 1
      ? <img key={n} alt={part} draggable={false} src={emojiPicture(part)} className="emoji" title={part} />
      : <span key={n} className="s">{part}</span>
  })
}

/** A post's or a bio's text: mentions are links, unless it stands inside a quote. */
export function RichText({ text, linked = true }: { readonly text: string, readonly linked?: boolean }): ReactNode {
  return text.split(MENTION).map((part, n) => {
    if (part === '') return null
    if (n % 2 === 0) return <Fragment key={n}><NameText text={part} /></Fragment>
    if (!linked) return <span key={n} className="s"><span dir="ltr" className="s">{part}</span></span>
    return <div key={n} className="in-text"><span className="s"><a dir="ltr" href={`/${part.slice(1)}`} role="link" className="s link">{part}</a></span></div>
  })
}
