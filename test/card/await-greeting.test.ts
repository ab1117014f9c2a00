import { describe, expect, it } from 'vitest'
import { toGreeting } from '../../src/card/await-greeting'

describe('a greeting', () => {
  it('is whatever carries a ticket; its theme is light or dark', () => {
    expect(toGreeting({ ticket: 't', theme: 'dark', more: 1 })).toEqual({ ticket: 't', theme: 'dark' })
    expect(toGreeting({ ticket: 't', theme: '"><script>' })).toEqual({ ticket: 't', theme: 'light' })
  })

  it.each([undefined, null, 'ticket', 7, {}, { ticket: 7 }, []])('is not %j', (data) => expect(toGreeting(data)).toBeUndefined())
})
