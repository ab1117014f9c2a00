import { isolated, word, type WordName } from '../../ui/words'
import type { GateFault } from './gate/gate'
import type { Guard, GuardCode } from './guards/guard'
import type { Gap } from './template/gap'
import type { TemplateError } from './template/template'

const ERRORS: Readonly<Record<TemplateError['code'], WordName>> = {
  unclosed: 'templateUnclosed',
  unopened: 'templateUnopened',
  foreign: 'templateForeign',
  empty: 'templateEmpty',
  syntax: 'templateSyntax',
  'unknown variable': 'templateUnknownVariable',
  'unknown format': 'templateUnknownFormat',
  'unknown prompt': 'templateUnknownPrompt',
  test: 'templateTest',
  forms: 'templateForms',
  depth: 'templateDepth',
  'unknown reply': 'templateUnknownReply',
  cycle: 'templateCycle',
}

const FAULTS: Readonly<Record<GateFault['code'], WordName>> = {
  token: 'gateToken',
  brace: 'gateBrace',
  marker: 'gateMarker',
  greeting: 'gateGreeting',
  empty: 'gateEmpty',
  'too long': 'gateTooLong',
}

const GAPS: Readonly<Record<Gap['kind'], WordName>> = {
  variable: 'gapVariable',
  prompt: 'gapPrompt',
  selection: 'gapSelection',
  clipboard: 'gapClipboard',
  syntax: 'gapSyntax',
  'unknown reply': 'templateUnknownReply',
  cycle: 'templateCycle',
  depth: 'templateDepth',
  'other language': 'gapOtherLanguage',
  'too long': 'gapTooLong',
}

const GUARDS: Readonly<Record<GuardCode, WordName>> = {
  'dm only': 'guardDmOnly',
  'public only': 'guardPublicOnly',
  'other account': 'guardOtherAccount',
  'other team': 'guardOtherTeam',
  'dm closed': 'guardDmClosed',
  sensitive: 'guardSensitive',
  'e-mail': 'guardEmail',
  phone: 'guardPhone',
  iban: 'guardIban',
  card: 'guardCard',
  'order number': 'guardOrderNumber',
  repeated: 'guardRepeated',
  personal: 'guardPersonal',
  answered: 'guardAnswered',
  'no contact': 'guardNoContact',
  legalese: 'guardLegalese',
  inconvenience: 'guardInconvenience',
  capitals: 'guardCapitals',
  'tone not checked': 'guardToneNotChecked',
}

/** What is wrong in a template, in one sentence. */
export function sayTemplateError({ code, about }: TemplateError): string {
  return word(ERRORS[code], isolated(about))
}

/** Why words may not be inserted, in one sentence. */
export function sayGateFault({ code, found }: GateFault): string {
  return word(FAULTS[code], isolated(found))
}

/** What a reply is missing, in one sentence. */
export function sayGap({ kind, name }: Gap): string {
  return word(GAPS[kind], isolated(name))
}

/** What speaks against sending words, in one sentence. */
export function sayGuard({ code, about }: Guard): string {
  return word(GUARDS[code], isolated(about))
}
