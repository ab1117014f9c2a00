import { describe, expect, it } from 'vitest'
import { postLink } from '../../../src/features/notes/post-link'

describe('the link to a note’s post', () => {
  it.each(['https://x.com/ana/status/7', 'https://twitter.com/ana/status/7', 'https://pro.x.com/ana/status/7'])('leads from %s to x.com', (post) =>
    expect(postLink(post)).toBe('https://x.com/ana/status/7'))

  it.each([undefined, '', 'javascript:alert(1)', 'https://evil.example/ana/status/7', 'https://x.com.evil.example/ana/status/7', 'https://x.com/ana/status/7?x', 'https://x.com/ana/status/7\n', 'http://x.com/ana/status/7'])(
    'is none for %j',
    (post) => expect(postLink(post)).toBeUndefined(),
  )
})
