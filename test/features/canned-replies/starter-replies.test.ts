import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { passesGate } from '../../../src/features/canned-replies/gate/gate'
import { guardsOf } from '../../../src/features/canned-replies/guards/guards'
import { starterReplies } from '../../../src/features/canned-replies/starter-reply'
import { valuesFor } from '../../../src/features/canned-replies/template/facts'
import { fillTemplate } from '../../../src/features/canned-replies/template/fill-template'
import { neededOf } from '../../../src/features/canned-replies/template/needed'
import { parseTemplate } from '../../../src/features/canned-replies/template/parse-template'

const FILE: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/starter-replies.json'), 'utf8'))
const NOW = Date.UTC(2026, 10, 24)
const STARTERS = starterReplies(FILE, 'en-US', NOW)
const BODIES = STARTERS.flatMap((reply) => [[reply.lang, [reply.body, ...reply.variants]] as const, ...Object.entries(reply.langs)].flatMap(([lang, bodies]) => bodies.map((body) => ({ reply, lang, body }))))
/** What may be known, and what may be typed: each may be missing. */
const FACTS = { first: 'Maximilian', issue: 'flight', cause: 'weather was terrible in the NE', brand: 'Acme Airways', agent: 'Mia' }
const ANSWERS = { who: 'Kim from the workshop', why: 'two other things come first', what: 'The booking page', where: 'Settings, under Devices', when: '2026-12-01', amount: '12.50 €' }

function* subsetsOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let mask = 0; mask < 2 ** items.length; mask += 1) yield items.filter((_item, index) => (mask >> index) % 2 === 1)
}

describe('the starter set', () => {
  test('has twenty replies in three languages, each with a trigger of its own', () => {
    expect(STARTERS).toHaveLength(20)
    expect(new Set(STARTERS.map(({ trigger }) => trigger)).size).toBe(20)
    expect(new Set(STARTERS.map(({ id }) => id)).size).toBe(20)
    for (const reply of STARTERS) expect([reply.lang, ...Object.keys(reply.langs)].sort()).toEqual(['de', 'en', 'es'])
  })

  test('speaks the language of the browser first, English where it has no other', () => {
    expect(starterReplies(FILE, 'de-AT', NOW)[0]).toMatchObject({ title: 'Danke', lang: 'de', langs: { en: expect.any(Array) as unknown, es: expect.any(Array) as unknown } })
    expect(starterReplies(FILE, 'fr', NOW)[0]).toMatchObject({ title: 'Thanks', lang: 'en', rev: 0, created: NOW })
  })

  test.each(BODIES.map(({ reply, lang, body }) => [reply.trigger, lang, body, reply] as const))('/%s in %s passes the gate and every guard, whatever is missing: %s', (_trigger, lang, body, reply) => {
    const template = parseTemplate(body)
    expect(template.errors).toEqual([])
    const surface = reply.scope.surface === 'dm' ? 'dm' : 'reply'
    const asked = new Set(neededOf(template, { values: {}, lang, now: NOW }).map(({ name }) => name))
    for (const known of subsetsOf(Object.entries(FACTS))) {
      for (const answered of subsetsOf(Object.entries(ANSWERS).filter(([name]) => asked.has(name)))) {
        for (const seed of [1, 2, 3]) {
          const filled = fillTemplate(template, { values: valuesFor({ more: Object.fromEntries(known) }, NOW), lang, now: NOW, timeZone: 'UTC' }, { typed: new Map(answered), seed })
          if (!('text' in filled)) throw new Error(`missing ${filled.gaps.map(({ name }) => name).join()}`)
          const faults = passesGate(filled.text, { surface, limit: 280 }, filled.literals)
          if (faults.length > 0 || /\s\s|\s[,.!?;]|[,;:][,.]|\.\.|\(\)|^[\s,.]|\s$/.test(filled.text)) throw new Error(`${JSON.stringify(faults)} in “${filled.text}”`)
          const guards = guardsOf({ text: filled.text, surface, lang, reply })
          if (guards.length > 0) throw new Error(`${JSON.stringify(guards)} in “${filled.text}”`)
        }
      }
    }
  })

  test('is as one wants to read it', () => {
    const said = (trigger: string, lang: string, values = {}): string => {
      const body = BODIES.find((one) => one.reply.trigger === trigger && one.lang === lang)!.body
      const filled = fillTemplate(parseTemplate(body), { values: valuesFor(values, NOW), lang, now: NOW, timeZone: 'UTC' })
      return 'text' in filled ? filled.text : ''
    }
    expect(said('sorry', 'en', { more: { issue: 'flight', cause: 'weather was terrible in the NE' } })).toBe("Sorry to hear about your flight -- weather was terrible in the NE. That's not how it should go. Hope you give us a second chance to show you.")
    expect(said('fixed', 'de', { name: 'Ada Beispiel' })).toBe('Gute Nachricht, Ada: Es läuft wieder, und gefunden haben wir es dank dir. Wenn es noch einmal zickt, schreib mir einfach hier.')
    expect(said('refund', 'es')).toBe('Hecho: tu dinero va de vuelta. Los bancos tardan unos días. Si el 4 de diciembre no ha llegado, escríbeme y lo persigo.')
  })
})
