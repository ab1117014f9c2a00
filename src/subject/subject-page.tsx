import browser from 'webextension-polyfill'
import { download } from '../backup/make-backup'
import { ErasedPart, ErasePart, RewritePart } from '../features/privacy/erase-part'
import type { SubjectFile } from '../features/privacy/subject-file'
import { SubjectView } from '../features/privacy/subject-view'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { useRewriting } from './use-rewriting'
import { useSubject } from './use-subject'

/** Everything that is held on one person, to hand over or to erase. The address names them by our own random id, which tells nothing to whoever reads the browser's history. */
export function SubjectPage({ id }: { readonly id: string }) {
  const { state, onErase } = useSubject(id)
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('subjectTitle')}</h1>
        <a href={browser.runtime.getURL('src/privacy/privacy.html')}>{word('privacyTitle')}</a>
      </header>
      <div class="sections" aria-busy={state.is === 'reading'}>
        {state.is === 'failed' && <Banner tone="warn">{state.reason}</Banner>}
        {state.is === 'nobody' && <p>{word('subjectNobody')}</p>}
        {state.is === 'erased' && <Erased />}
        {state.is === 'there' && (
          <>
            <Section id="held" title={nameOf(state.file)} lead={word('subjectLead')}>
              <div class="row">
                <Button onClick={() => save(state.file)}>{word('subjectSave')}</Button>
                <Button onClick={() => print()}>{word('subjectPrint')}</Button>
              </div>
              <SubjectView file={state.file} now={state.file.madeAt} />
            </Section>
            <Section id="erase" title={word('eraseTitle')}>
              <ErasePart who={nameOf(state.file)} elsewhere={state.elsewhere} inCrm={state.file.rows.crm.length > 0} onErase={onErase} />
            </Section>
          </>
        )}
      </div>
    </>
  )
}

function Erased() {
  const rewriting = useRewriting()
  return (
    <Section id="erased" title={word('eraseTitle')}>
      <ErasedPart>
        <RewritePart state={rewriting.state} onRewrite={rewriting.begin} />
      </ErasedPart>
    </Section>
  )
}

function nameOf({ person }: SubjectFile): string {
  return person.handle ? `@${person.handle}` : (person.name ?? word('sameNoHandle'))
}

/** By our own id: the browser's list of downloads outlives an erasure, so the name of a file in it must name nobody. */
function save(file: SubjectFile): void {
  download(new Blob([JSON.stringify(file, undefined, 2)], { type: 'application/json' }), `regulars-${file.person.id}.json`)
}
