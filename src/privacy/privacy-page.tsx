import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { reasonOf } from '../contract/reason-of'
import { RewritePart } from '../features/privacy/erase-part'
import { type Forgotten, ForgetPart } from '../features/privacy/forget-part'
import { PRIVACY_SECTIONS, PrivacySentences } from '../features/privacy/privacy-view'
import { Section } from '../options/section'
import { useRewriting } from '../subject/use-rewriting'
import { word } from '../ui/words'
import { forgetEverything } from './forget-everything'

/** What is read, kept and sent, what a hostile page could still do, and the ways to be rid of it all. */
export function PrivacyPage() {
  const rewriting = useRewriting()
  const [forgotten, setForgotten] = useState<Forgotten>('not yet')
  const forget = (): void => void forgetEverything().then(() => setForgotten('done'), (error: unknown) => setForgotten({ failed: reasonOf(error) }))
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('privacyTitle')}</h1>
        <a href={browser.runtime.getURL('src/options/options.html')}>{word('optionsTitle')}</a>
      </header>
      <p>{word('privacyLead')}</p>
      <div class="sections">
        {PRIVACY_SECTIONS.map(({ id, title, sentences }) => (
          <Section key={id} id={id} title={word(title)}>
            <PrivacySentences sentences={sentences} />
          </Section>
        ))}
        <Section id="rewrite" title={word('rewriteDo')}>
          <RewritePart state={rewriting.state} onRewrite={rewriting.begin} />
        </Section>
        <Section id="forget" title={word('forgetTitle')} lead={word('forgetMeaning')}>
          <ForgetPart state={forgotten} onForget={forget} />
        </Section>
      </div>
    </>
  )
}
