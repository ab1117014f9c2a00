import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../src/features/notes/note-links'
import { growsWithLength } from '../../growth'

const links = (text: string) => piecesOf(text).flatMap(({ link }) => link ?? [])

describe('the addresses in a note', () => {
  it('are parted from the words around them', () => {
    expect(piecesOf('See https://example.com/a?b=c#d, then call.')).toEqual([
      { text: 'See ' },
      { text: 'https://example.com/a?b=c#d', link: 'https://example.com/a?b=c#d', host: 'example.com' },
      { text: ', then call.' },
    ])
  })

  it.each([
    'http://example.com', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'https://localhost/x', 'https://x.com@evil.example/', 'https://user:word@evil.example', 'HTTPS//x.com', 'https://exa mple', 'https://[', 'file:///etc/passwd',
  ])('are none in %s', (text) => expect(links(text)).toEqual([]))

  it('show the host that is really gone to', () => expect(piecesOf('https://аpple.com')).toEqual([{ text: 'https://аpple.com', link: 'https://xn--pple-43d.com/', host: 'xn--pple-43d.com' }]))

  it('keep a bracket that they opened, and lose one that they did not', () => {
    expect(links('https://en.wikipedia.org/wiki/Host_(biology)')).toEqual(['https://en.wikipedia.org/wiki/Host_(biology)'])
    expect(links('(https://example.com/a).')).toEqual(['https://example.com/a'])
  })

  it('end before anything that turns the direction of writing', () => expect(links('https://example.com/\u202Egpj.exe')).toEqual(['https://example.com/']))

  it('lose no letter of the note', () => {
    const text = 'a https://one.example b https://two.example! http://c <https://three.example>'
    expect(piecesOf(text).map((piece) => piece.text).join('')).toBe(text)
    expect(links(text)).toHaveLength(3)
  })

  it.each(['https://', 'https://a.b ', 'https://a.b))))', '('])('are found in the longest note of %j without delay', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length))
    expect(piecesOf(text).map((one) => one.text).join('')).toBe(text)
    expect(growsWithLength(piecesOf, text)).toBe(true)
  })
})
