import { isolated, word, type WordName } from '../../ui/words'

const SENTENCES: Readonly<Record<string, WordName>> = {
  unauthorised: 'crmTroubleUnauthorised',
  forbidden: 'crmTroubleForbidden',
  missing: 'crmTroubleMissing',
  redirected: 'crmTroubleRedirected',
  unreachable: 'crmTroubleUnreachable',
  busy: 'crmTroubleBusy',
  broken: 'crmTroubleBroken',
  refused: 'crmTroubleRefused',
  garbled: 'crmTroubleGarbled',
  'too much': 'crmTroubleTooMuch',
  'not granted': 'crmTroubleNotGranted',
  'no contact': 'crmTroubleNoContact',
  'changed there': 'crmTroubleChangedThere',
}

/** What went wrong, in a sentence of ours and in the CRM's own words. */
export function TroubleWords({ failure, theirs }: { readonly failure: string; readonly theirs: string | undefined }) {
  return <>{sentenceOf(failure, theirs)}</>
}

/** The sentence for what crossed the wire as an error: the failure, and the CRM's own words behind a colon. */
export function sentenceOfError(error: string): string {
  const [failure = '', ...theirs] = error.split(': ')
  return failure in SENTENCES ? sentenceOf(failure, theirs.join(': ')) : error
}

function sentenceOf(failure: string, theirs: string | undefined): string {
  const ours = word(SENTENCES[failure] ?? 'crmTroubleUnreachable')
  return theirs ? `${ours} ${word('crmTheirs', isolated(theirs))}` : ours
}
