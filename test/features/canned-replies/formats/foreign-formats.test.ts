import { describe, expect, test } from 'vitest'
import type { ForeignReply } from '../../../../src/features/canned-replies/formats/foreign-reply'
import { htmlToText } from '../../../../src/features/canned-replies/formats/html-to-text'
import { strftimeToTemplate } from '../../../../src/features/canned-replies/formats/strftime'
import { fillTemplate } from '../../../../src/features/canned-replies/template/fill-template'
import { parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'
import { type ReplyFileKind, readReplyFile } from '../../../../src/options/read-reply-file'
import { BRISKINE, CHATWOOT, ESPANSO, TEXT_EXPANDER, TEXT_SNIPPETS, ZAMMAD, ZENDESK } from './samples'
import { says } from '../../../in-english'

async function read(text: string | Uint8Array, name: string, from: ReplyFileKind): Promise<readonly ForeignReply[]> {
  const file = await readReplyFile(new File([text as BlobPart], name))
  expect(file.from).toBe(from)
  return 'entries' in file ? file.entries : []
}

/** Every remark as "code: about". */
function notesOf({ notes }: ForeignReply): readonly string[] {
  return notes.map(({ code, about }) => `${code}: ${about}`)
}

describe('Briskine', () => {
  test('gives words, triggers and tags, and lists what a reply has not', async () => {
    const [thanks, greeting, date, loop] = await read(BRISKINE, 'templates.csv', 'Briskine')
    expect(thanks).toMatchObject({ line: 2, title: 'Thank you', trigger: 'ty', body: 'Hi {first},\n\nthank you for the "kind" words! {|}', tags: ['praise', 'quick'], notes: [] })
    expect(greeting).toMatchObject({ body: '{~Hi|Hello~} {first|"there"}, {if agent}{agent} here{else}we are here{end}.' })
    expect(notesOf(greeting!)).toEqual(['field: subject: Hello', 'field: cc: boss@example.com'])
    expect(date?.body).toBe('Today is {?moment_format_dd_mmmm:text*} and bold https://example.com/help help')
    expect(notesOf(date!)).toEqual(["unknown: {{moment format='DD MMMM'}}", 'formatting: '])
    expect(loop?.refused).toEqual({ code: 'condition', about: '{{#each to}}' })
  })

  test('is read with semicolons, in UTF-16, and with quoted line breaks', async () => {
    const semicolons = 'title;shortcut;body\r\n"A; b";ab;"one\r\ntwo"\r\n'
    const [reply] = await read(semicolons, 'x.csv', 'Briskine')
    expect(reply).toMatchObject({ title: 'A; b', trigger: 'ab', body: 'one\ntwo' })
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${semicolons}`, 'utf16le'))
    expect((await read(utf16, 'x.csv', 'Briskine'))[0]).toMatchObject({ title: 'A; b' })
  })
})

describe('espanso', () => {
  test('gives triggers, variables, forms and the caret', async () => {
    const [thanks, due, why, pick] = await read(ESPANSO, 'base.yml', 'espanso')
    expect(thanks).toMatchObject({ title: 'Thanks', trigger: ':thx', tags: ['praise', 'kind'], body: 'Thank you, {|}! ~Kim', notes: [] })
    expect(due).toMatchObject({ trigger: ':due', aliases: [':by'], body: 'You have it by {today+2d:full}, {~promise|no \\| doubt~}.', notes: [] })
    expect(why?.body).toBe('It was {?reason:choice* "late","lost" default="late"} because {?detail:text*}.')
    expect(notesOf(why!)).toEqual(['field: detail.colour'])
    expect(pick?.body).toBe('{?c:choice* "1","two"} {?other:text*} {> :thx} {clipboard} \\{braces\\}')
    expect(notesOf(pick!)).toEqual(['unknown: {{other}}'])
  })

  test('refuses programs, expressions and pictures, and lists what it does not know', async () => {
    const [, , , , shell, regex, image, odd, file] = await read(ESPANSO, 'base.yml', 'espanso')
    expect(shell?.refused).toEqual({ code: 'script', about: 'curl example.com' })
    expect(regex?.refused).toEqual({ code: 'regex', about: ':greet(?P<who>.*)' })
    expect(image?.refused).toEqual({ code: 'image', about: '/tmp/cat.png' })
    expect(notesOf(odd!)).toEqual(['field: newer_option'])
    expect(file?.refused).toEqual({ code: 'file', about: 'imports: other.yml' })
  })

  test('that is damaged, or grows without end, is refused in a sentence', async () => {
    await expect(says(read('matches:\n  - trigger: "x', 'x.yml', 'espanso'))).rejects.toThrow(/YAML cannot be read/)
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...Array.from({ length: 8 }, (_none, index) => `${'bcdefghi'[index]}: &${'bcdefghi'[index]} [${Array(9).fill(`*${'abcdefgh'[index]}`).join()}]`), 'matches: []'].join('\n')
    await expect(says(read(bomb, 'x.yml', 'espanso'))).rejects.toThrow(/YAML cannot be read/)
  })
})

describe('TextExpander', () => {
  test('gives fill-ins, snippets, dates and the caret; every other percent sign is one', async () => {
    const [thanks, sorry, pick, when, run, rich] = await read(TEXT_EXPANDER, 'Support Team.csv', 'TextExpander')
    expect(thanks).toMatchObject({ line: 1, trigger: 'ty', folder: 'Support Team', body: 'Thank you, {?their_name:text* default="friend"}!{|}', notes: [] })
    expect(sorry).toMatchObject({ body: 'Sorry. It is {today:weekday}, 100% true, and %5 off. {> ty}', notes: [] })
    expect(pick?.body).toBe('We will {?what:choice* "refund it","replace it","call you" default="refund it"}. {clipboard}')
    expect(when?.body).toBe('On {today:short} at {now:time}')
    expect(notesOf(when!)).toEqual(['date: %Y-%m-%d'])
    expect(run?.refused).toEqual({ code: 'script', about: '%shell:date%' })
    expect(rich?.body).toBe('Hello\nthere')
    expect(notesOf(rich!)).toEqual(['unknown: %<'])
  })
})

describe('Zammad', () => {
  test('gives keywords as triggers, its variables as ours, and what is inactive to the archive', async () => {
    const [welcome, old] = await read(ZAMMAD, 'text_modules.csv', 'Zammad')
    expect(welcome).toMatchObject({ line: 2, title: 'Welcome', trigger: 'hi', aliases: ['hello', 'welcome'], body: 'Hi {first},\n\nthis is {agent} about {issue} ({case.id}).', archived: false })
    expect(old).toMatchObject({ body: 'Dear {?ticket_customer_lastname:text*}', archived: true })
    expect(notesOf(old!)).toEqual(['unknown: #{ticket.customer.lastname}', 'field: note: never use', 'inactive: false'])
  })
})

describe('Chatwoot', () => {
  test('gives short codes, Liquid with defaults, and attachments as hints', async () => {
    const [hi, form] = await read(CHATWOOT, 'canned.json', 'Chatwoot')
    expect(hi).toMatchObject({ title: 'hi', trigger: 'hi', body: 'Hi {first|"there"}, {agent} here. {?contact_custom_attribute_plan:text*}' })
    expect(notesOf(hi!)).toEqual(['unknown: {{contact.custom_attribute.plan}}'])
    expect(form).toMatchObject({ attachments: ['https://files.example.com/form.pdf'] })
    expect(notesOf(form!)).toEqual(['attachment: https://files.example.com/form.pdf'])
  })
})

describe('Zendesk', () => {
  test('gives comments, folders, conditions and dynamic content in its languages, and lists every other action', async () => {
    const [dc, refund, old, loops, closes] = await read(ZENDESK, 'macros.json', 'Zendesk')
    expect(dc).toMatchObject({ title: 'Sign off', trigger: 'dc.sign_off', body: 'Bye, {agent}', lang: 'en', langs: { de: ['Tschüs, {agent}'] } })
    expect(refund).toMatchObject({ title: 'Yes', folder: 'Billing / Refund', body: 'Hi {first}, {if issue = "refund"}it is on its way.{else}we are on it.{end} {> dc.sign_off}' })
    expect(notesOf(refund!)).toEqual(['field: description: For late refunds', 'action: status = solved', 'action: current_tags = refund done'])
    expect(old).toMatchObject({ body: '{?ticket_cc_names:text*}', archived: true })
    expect(loops?.refused?.code).toBe('condition')
    expect(closes).toMatchObject({ body: '' })
  })
})

describe('Text Snippets', () => {
  test('gives folders within folders and words without markup, and lists what it does not know', async () => {
    const [sorry, bold, other, ...more] = await read(TEXT_SNIPPETS, 'snippets.json', 'Text Snippets')
    expect(more).toEqual([])
    expect(sorry).toMatchObject({ title: 'Sorry', folder: 'Parcels / Late', notes: [] })
    expect(fillTemplate(parseTemplate(sorry!.body), { values: {}, lang: 'en', now: 0, find: () => undefined })).toMatchObject({ text: 'Sorry, {it} is late: 5 % off.' })
    expect(bold).toMatchObject({ title: 'Bold', folder: '', body: 'Dear {?name:text*},\n\nthank you' })
    expect(notesOf(bold!)).toEqual(['unknown: %name%', 'formatting: ', 'field: hotkey: b'])
    expect([other?.body, ...notesOf(other!)]).toEqual(['Words', 'field: type: script'])
  })

  test('whose folders go in a circle is read all the same', async () => {
    const circle = [{ id: '1', type: 'folder', parent: '2', name: 'A' }, { id: '2', type: 'folder', parent: '1', name: 'B' }, { id: '3', type: 'text', parent: '1', name: 'R', text: 'Words' }]
    expect((await read(JSON.stringify(circle.toReversed()), 'x.json', 'Text Snippets'))[0]?.body).toBe('Words')
  })
})

test('whatever is taken over can be read as a template', async () => {
  const files = [[BRISKINE, 'a.csv', 'Briskine'], [ESPANSO, 'a.yml', 'espanso'], [TEXT_EXPANDER, 'a.csv', 'TextExpander'], [ZAMMAD, 'a.csv', 'Zammad'], [CHATWOOT, 'a.json', 'Chatwoot'], [ZENDESK, 'a.json', 'Zendesk'], [TEXT_SNIPPETS, 'a.json', 'Text Snippets']] as const
  for (const [text, name, from] of files) for (const { body, refused } of await read(text, name, from)) if (!refused) expect([body, parseTemplate(body).errors]).toEqual([body, []])
})

test('a file that is nothing we know says so', async () => {
  await expect(says(readReplyFile(new File(['{"a": 1}'], 'x.json')))).rejects.toThrow(/holds no replies/)
  await expect(says(readReplyFile(new File(['{"a": '], 'x.json')))).rejects.toThrow(/damaged/)
  await expect(says(readReplyFile(new File(['a,b,c,d\n1,2,3,4'], 'x.csv')))).rejects.toThrow(/none that Regulars knows/)
  await expect(says(readReplyFile(new File([''], 'x.csv')))).rejects.toThrow(/none that Regulars knows/)
})

test('markup is cut out as text, and never anything else', () => {
  expect(htmlToText('a < b & c')).toEqual({ text: 'a < b & c', isPlain: true })
  expect(htmlToText('<p>a &lt;b&gt; &#128516; &amp;amp;</p><script>alert(1)</script>')).toEqual({ text: 'a <b> 😄 &amp;\nalert(1)', isPlain: false })
  expect(htmlToText('<ul><li>one</li><li>two</li></ul>').text).toBe('- one\n- two')
  expect(htmlToText('<a href="https://a.example">https://a.example</a> <a href="javascript:x">y</a>').text).toBe('https://a.example y')
})

test('a date format becomes the nearest of ours, and says whether it is the same', () => {
  expect(strftimeToTemplate('%H:%M', 0)).toEqual({ template: '{now:time}', isExact: true })
  expect(strftimeToTemplate('%d.%m.%Y', -1)).toEqual({ template: '{today-1d:short}', isExact: false })
  expect(strftimeToTemplate('{%j}', 0)).toEqual({ template: '\\{%j\\}', isExact: false })
})
