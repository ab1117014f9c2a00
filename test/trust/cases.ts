/** Where a case is proven: the words with which the test's name goes on, in a file of test/. */
export type Proof = readonly [file: string, words: string]

/** A case of the trust list: proven by tests, or with the reason why there is nothing to prove. */
export interface TrustCase {
  readonly id: string
  readonly what: string
  readonly proofs: readonly Proof[]
  readonly why?: string
}

const e2e = (file: string, words: string): Proof => [`e2e/${file}.test.ts`, words]
const learns = (words: string): Proof => e2e('the-page-learns-nothing', words)
const acts = (words: string): Proof => e2e('hostile-acts', words)
const floods = (words: string): Proof => e2e('hostile-floods', words)
const refusals: Proof = ['contract/answer.test.ts', 'lets a page ask no more than it may']
const words: Proof = e2e('hostile-words', 'are text in notes and tags of a card')
const manifest = (name: string): Proof => ['manifest.test.ts', name]


/** The abuse cases by number: the page is a hostile X, and what it tries must fail. */
const ABUSE: readonly (readonly [what: string, proofs: readonly Proof[], why?: string])[] = [
  ['light DOM, attributes, values, open roots scanned', [learns('reads no badge')]],
  ['attachShadow, appendChild and setters hooked before load', [learns('reads no badge')]],
  ['observers, styles, selection, copy, window.find', [learns('reads no badge')]],
  ['width and height of badges measured', [learns('finds all badges alike')]],
  ['custom elements and declarative roots of our names', [learns('reads no badge')], 'We define no custom element: a badge is a span.'],
  ['CSS parts, attr(), fonts, backgrounds on our host', [learns('gets no letter by fonts')]],
  ['our host moved, cloned, adopted', [learns('learns nothing when it carries a badge off')]],
  ['getHTML, innerHTML of a closed root, print, save as', [learns('reads no badge')]],
  ['events and keys that bubble out', [e2e('the-page-hears-no-key', 'come to the card alone'), learns('hears no press')]],
  ['drag, paste, clipboard while a reply goes in', [e2e('the-page-gets-no-picker', 'gives the page neither its replies nor the keys'), e2e('insert-reply', 'leaves nothing of itself')]],
  ['postMessage of ten thousand shapes', [e2e('hostile-words', 'change nothing as account facts, as messages of ten thousand shapes')]],
  ['CustomEvent, storage, BroadcastChannel spoofed', [acts('case 12')]],
  ['runtime.sendMessage and connect from the page', [acts('case 13'), manifest('case 13')]],
  ['a second extension asks', [manifest('case 13'), ['contract/answer.test.ts', 'refuses another extension']]],
  ['content world asks every privileged thing', [refusals, floods('case 15')]],
  ['look-ups of a million handles', [['features/people/allowance.test.ts', 'case 16'], floods('case 16')]],
  ['asked from sub-frames, like-named hosts, data and blob', [['contract/answer.test.ts', 'lets our own pages ask all of it']]],
  ['prototype keys, cycles, BigInt, a megabyte in a message', [['contract/answer.test.ts', 'take nothing over but what they know'], floods('case 15 and case 18')]],
  ['two replies to one question, replies for another tab', [['contract/line.test.ts', '']]],
  ['the background made to fetch an address', [manifest('case 20')]],
  ['markup in names, bios, posts', [e2e('hostile-words', 'are text in names')]],
  ['markup in notes, tags, fields of a customer system', [words]],
  ['markup and tokens in replies and their variables', [['features/canned-replies/template/escape-template.test.ts', ''], ['features/canned-replies/gate/gate.test.ts', '']]],
  ['markup in imported cells, headings, file names', [e2e('import', 'case 24')]],
  ['markup in errors and notifications', [['contract/answer.test.ts', 'answer an error as a text'], words]],
  ['markup in the addresses of our pages', [floods('case 26')]],
  ['Trusted Types on all pages', [e2e('hostile-words', 'cannot be markup there at all'), manifest('case 27')]],
  ['the content security policy', [manifest('case 27 and case 28'), ['architecture.test.ts', 'makes no markup out of text']]],
  ['handles named __proto__, 5,000 signs, bidi, full width', [e2e('abuse-of-people', 'case 29')]],
  ['look-alikes, renamed and recycled handles', [e2e('abuse-of-people', 'case 30')]],
  ['another’s markup inside an attacker’s post', [e2e('abuse-of-people', 'case 31')]],
  ['bidi, zero-width, zalgo', [words]],
  ['formulas in exports', [e2e('import', 'case 33')]],
  ['imports of a gigabyte, a million columns, bombs', [e2e('import', 'case 34 refuses'), e2e('import', 'case 34 reads')]],
  ['regular expressions that run away', [e2e('import', 'case 35')]],
  ['packaged files probed by address', [acts('case 36'), manifest('case 36')]],
  ['packaged files probed by time', [acts('case 36 and case 37')]],
  ['globals, attributes, style nodes, performance entries', [learns('finds all badges alike'), e2e('insert-reply', 'leaves nothing of itself')]],
  ['style rules of ours triggered', [manifest('case 39')]],
  ['a bait post by somebody noted', [learns('finds all badges alike'), e2e('own-pages', 'saves each option')]],
  ['our address in stacks and errors', [acts('case 41'), e2e('the-page-gets-no-card', 'left no trace of its address')]],
  ['opacity, filters, scale over the page', [e2e('covered', 'case 42 keeps the card as it is'), e2e('covered', 'case 42 keeps the picker as it is'), e2e('covered', 'case 42: a page'), e2e('people-that-last', 'joins two records in two steps')], 'Nothing that writes stands in the page. In Chromium no press acts in a frame of ours while the page covers, fades or bends it. Firefox has no way to tell: there, as in Chromium, nothing that destroys acts on one click, and what one click sets is in the history with its undo.'],
  ['a cover in the top layer', [e2e('covered', 'case 43'), e2e('card-press', 'that slides off shows nothing')], 'As 42: covering cannot be prevented; the privacy page says so.'],
  ['our host moved under the pointer', [e2e('card-press', 'that slides off shows nothing'), learns('opens nothing with presses')]],
  ['synthetic clicks and keys', [learns('opens nothing with presses')]],
  ['our pages framed or opened', [acts('case 46'), e2e('the-page-gets-no-card', 'cannot be opened as a window')]],
  ['a reply sent without the human', [['architecture.test.ts', 'clicks nothing of the page'], e2e('insert-reply', 'arrives whole')]],
  ['hidden characters in a reply', [e2e('insert-reply', 'loses its control characters')]],
  ['content world reads storage', [floods('case 49')], 'Firefox cannot close storage.local: it holds options there and no secret.'],
  ['tokens in addresses, logs, exports, content world', [e2e('x-account', 'leaves its tokens nowhere')]],
  ['tokens sent elsewhere by a redirect', [['remote/crm-http.test.ts', 'follows no redirect']]],
  ['a hostile customer system', [['remote/hostile-server.test.ts', 'gives plain bounded values'], ['remote/crm-http.test.ts', 'says what is no answer'], ['features/crm/crm-part.test.tsx', 'shows hostile value']]],
  ['tokens revoked, rights lost', [['features/crm/crm-worker.test.ts', 'asks nothing any more once its token is refused'], ['features/x-account/trouble.test.ts', 'asks no more once X takes the access no longer']]],
  ['twenty thousand made-up authors', [floods('case 54')]],
  ['a node churned a hundred thousand times', [floods('case 54 and case 55')]],
  ['our badge removed in a loop', [floods('case 56')]],
  ['everything overridden in the page’s world', [acts('case 57')]],
  ['requests of an idle hour and a scroll', [e2e('hostile-words', 'have sent nothing anywhere')]],
  ['private windows', [manifest('case 59')]],
  ['supply chain', [['supply-chain.test.ts', 'case 60']]],
  ['an update asks for more', [manifest('case 61')]],
  [
    'everything forgotten, and removal',
    [floods('case 62'), manifest('case 62'), e2e('erase', 'leaves no trace in any table'), e2e('erase', 'rewrites the database so that its files hold none'), e2e('erase', 'leaves to the browser what it remembers')],
    'Browsers keep the bytes of what was deleted until database and settings are written anew: then no file of the whole profile holds any, but for what the browser itself remembers of X’s pages (history, cache), which no extension can reach without asking for more; the report after an erasure says so.',
  ],
]

/** The reliability cases by number. */
const RELIABILITY: readonly (readonly [what: string, proofs: readonly Proof[], why?: string])[] = [
  ['killed between question and answer', [e2e('nothing-is-lost', 'loses nothing')]],
  ['killed a hundred times in a scroll', [e2e('kills-while-reading', 'leaves nobody without')]],
  ['killed in a write', [e2e('nothing-is-lost', 'loses nothing')]],
  ['killed in a sync', [['features/crm/outbox.test.ts', 'brings every note exactly once'], ['features/crm/crm-worker.test.ts', 'goes on with whom it was asked about'], e2e('x-account', 'fetches what was before')]],
  ['killed in a migration', [e2e('migrations', 'R5 left at version %i with thousands')]],
  ['reloaded with tabs open', [e2e('reload', 'leaves the page unharmed')]],
  ['switched off and on', [e2e('reload', 'works in an open tab at once')], 'To a tab, switching off and a reload are the same loss of the extension.'],
  ['upgraded from every earlier schema', [e2e('migrations', 'R8 left at version %i keeps')]],
  ['downgraded', [e2e('migrations', 'R9 of a newer version is shown')]],
  ['opening is blocked by another tab', [e2e('migrations', 'R10')]],
  ['database deleted under us', [e2e('backup', 'R11')]],
  ['files damaged', [e2e('disk', 'R12'), e2e('recovery', 'R12 is never saved'), ['store/repair-database.test.ts', '']]],
  ['storage.local refuses to be read', [['settings/settings.test.ts', '']]],
  ['quota', [], 'unlimitedStorage exempts us in both browsers; nothing is cached that could grow. A write that fails is said where it was typed (drafts.test.ts).'],
  ['disk full', [], 'Needs a file system of its own; the path is that of R14: the transaction fails as a whole, and the words stay in the field.'],
  ['offline, 429, HTML for JSON', [['remote/crm-http.test.ts', 'says what is no answer'], ['features/x-account/trouble.test.ts', 'waits for the moment that X names']]],
  ['token expired in a write', [['features/crm/outbox.test.ts', 'stops at a token that is no longer good'], ['features/x-account/trouble.test.ts', 'exchanges a token that ended']]],
  ['ten tabs, one note', [e2e('two-tabs', 'shows a note of one tab'), e2e('two-tabs', 'ends with the same text')]],
  ['the clock jumps', [e2e('migrations', 'R19'), ['features/backup/automatic.test.ts', 'R19']]],
  ['routes, bfcache, roots replaced', [e2e('overlay', 'survives what X does')]],
  ['tab discarded', [e2e('drafts', 'in the card survive')], 'A discarded tab is a page that died, and is loaded anew.'],
  ['renderer crashed in an edit', [e2e('drafts', 'in the card survive'), e2e('two-tabs', 'brings back the words of a note under change')]],
  ['browser killed in a save', [e2e('disk', 'R23')]],
  ['private windows', [manifest('case 59 and R24')]],
  ['Firefox suspends in a long edit', [e2e('drafts', 'in the popup survive')]],
  ['a million people', [], 'Measured by npm run bench, which has no place among tests that must end.'],
  ['eight hours of scrolling', [e2e('soak', 'R27')]],
  ['removed and installed again', [e2e('backup', 'R28')]],
  ['a corrupt export', [e2e('backup', 'R29')]],
  ['X changes its markup', [e2e('real-pages', 'one badge for each author'), e2e('page-facts', 'are there in the same turn')], 'What the page no longer has is named in the popup: src/page/health.ts, seen in own-pages.'],
]

const numbered = (letter: string, cases: typeof ABUSE): readonly TrustCase[] => cases.map(([what, proofs, why], place) => ({ id: `${letter}${place + 1}`, what, proofs, ...(why && { why }) }))

/** Every case, abuse first. */
export const TRUST_CASES: readonly TrustCase[] = [...numbered('', ABUSE), ...numbered('R', RELIABILITY)]
