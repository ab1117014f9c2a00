import { describe, expect, test } from 'vitest'
import type { ImportId } from '../../../src/domain/change'
import type { Handle } from '../../../src/domain/handle'
import { blankReply, type Reply, type ReplyId, toReply } from '../../../src/features/canned-replies/reply'
import { saying } from '../../in-english'

describe('toReply', () => {
  test('trims title and words', () => {
    expect(toReply({ id: 'starter-Thanks', title: ' Thanks ', body: ' Hi \n', more: 1 })).toEqual({ ...blankReply('starter-Thanks' as ReplyId), title: 'Thanks', body: 'Hi' })
  })

  test('says in a sentence what is wrong', () => {
    const good = { id: 'a', title: 'Thanks', body: 'Hi' }
    for (const value of [undefined, null, 7, 'x', []]) expect(saying(() => toReply(value))).toThrow(/id of a canned reply/)
    expect(saying(() => toReply({ ...good, id: '../x' }))).toThrow(/id of a canned reply/)
    expect(saying(() => toReply({ ...good, title: ' ' }))).toThrow(/needs a title/)
    expect(saying(() => toReply({ ...good, body: 7 }))).toThrow(/needs words/)
    expect(saying(() => toReply({ ...good, title: 'x'.repeat(81) }))).toThrow(/80 characters; this one has 81/)
    expect(saying(() => toReply({ ...good, body: 'x'.repeat(25_001) }))).toThrow(/25000 characters/)
  })

  test('takes a row of the first versions, whose body was called text', () => {
    expect(toReply({ id: 'a', title: 'Thanks', text: 'Hi' })).toEqual({ ...blankReply('a' as ReplyId), title: 'Thanks', body: 'Hi' })
  })

  test('keeps every field of a whole reply', () => {
    const whole: Reply = {
      ...blankReply('a' as ReplyId),
      title: 'Thanks', trigger: 'ty', aliases: ['thx'], body: 'Hi {first}', variants: ['Hello {first}'], lang: 'en', langs: { de: ['Hallo'], 'pt-BR': ['Oi', 'Olá'] }, folder: 'Good news', tags: ['kind'],
      scope: { surface: 'dm', accounts: ['acme' as Handle], teams: ['night'], lifecycle: ['new'], sentimentMin: -1, sentimentMax: 0.5 },
      favourite: true, shared: true, archived: true, sensitivity: 'Grief', requiresPersonalLine: true, signature: '^MK', attachments: ['logo.png'], owner: 'Mia',
      sharedFrom: { origin: 'Team', rev: 3 }, import: '0b1c' as ImportId, created: 5, updated: 6, rev: 7,
    }
    expect(toReply(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
  })

  test('bends what is out of bounds and refuses what cannot be typed', () => {
    const bent = toReply({ id: 'a', title: 'T', body: 'B', trigger: '/ty', tags: ['x', 'x', ' ', 7], langs: { '../x': ['a'], de: [] }, scope: { surface: 'moon', accounts: ['not a handle'], sentimentMin: 7 }, rev: -1 })
    expect(bent).toEqual({ ...blankReply('a' as ReplyId), title: 'T', body: 'B', trigger: 'ty', tags: ['x'] })
    expect(saying(() => toReply({ id: 'a', title: 'T', body: 'B', trigger: 'two words' }))).toThrow(/cannot be typed/)
    expect(saying(() => toReply({ id: 'a', title: 'T', body: 'B', lang: 'not a language' }))).toThrow(/is no language/)
  })
})
