import { describe, expect, it } from 'vitest'
import { countsOf as readCounts } from '../../src/page/read-counts'
import { post, type PostOptions } from './markup'
import { hasSamples, sampleText } from './sample-tree'

/** X's translators' tools: they write the number of the message into every label. */
const PSEUDO_LANGUAGES = new Set(['en-ss', 'en-xx'])

type Plurals = Readonly<Record<string, string>>
type Labels = Readonly<Record<'btnReply' | 'btnRepost' | 'btnReposted' | 'btnLike' | 'btnLiked' | 'btnViews' | 'btnBookmark' | 'replies' | 'reposts' | 'likes' | 'bookmarks' | 'views', Plurals>>

const countsOf = (options: Omit<PostOptions, 'handle' | 'id'>) => readCounts(post({ handle: 'ana_lee', id: '1', ...options }))

describe('counts', () => {
  it('are 0 where X leaves them out, and views unknown', () => {
    expect(countsOf({})).toEqual({ replies: 0, reposts: 0, likes: 0, bookmarks: 0, views: undefined })
  })

  it('come from the buttons, pressed or not', () => {
    const labels = { reply: '3 Replies. Reply', unretweet: '15 reposts. Reposted', unlike: '27 Likes. Liked', removeBookmark: '4 Bookmarks. Bookmarked', views: '1268 views. View post analytics' }
    expect(countsOf({ labels })).toEqual({ replies: 3, reposts: 15, likes: 27, bookmarks: 4, views: 1268 })
  })

  it('come from the row where a button has no number: bookmarks in a timeline, views of an open post', () => {
    const labels = { reply: '3 Replies. Reply', retweet: '3 reposts', like: '27 Likes. Like' }
    expect(countsOf({ labels: { ...labels, bookmark: 'Bookmark', views: '900 views' }, rowLabel: '3 replies, 3 reposts, 27 likes, Liked, 8 bookmarks, 900 views' })).toMatchObject({ bookmarks: 8, views: 900 })
    expect(countsOf({ open: true, labels: { ...labels, bookmark: '8 Bookmarks. Bookmark' }, rowLabel: '3 replies, 3 reposts, 27 likes, 8 bookmarks, 900 views' })).toMatchObject({ bookmarks: 8, views: 900 })
    expect(countsOf({ labels: { ...labels, bookmark: 'Bookmark' }, rowLabel: '3 replies, 3 reposts, 27 likes, 8 bookmarks' })).toMatchObject({ bookmarks: 8, views: undefined })
    expect(countsOf({ open: true, labels: { ...labels, bookmark: 'Bookmark' }, rowLabel: '3 replies, 3 reposts, 27 likes, 900 views' })).toMatchObject({ bookmarks: 0, views: 900 })
  })

  it.skipIf(!hasSamples)('are read in each of the languages that X writes (skipped without ../shared/x-samples)', () => {
    const languages = JSON.parse(sampleText('labels-2025-07-01.json')) as Readonly<Record<string, Labels>>
    expect(Object.keys(languages).length).toBeGreaterThan(49)
    for (const [language, label] of Object.entries(languages)) {
      if (PSEUDO_LANGUAGES.has(language)) continue
      for (const count of ['0', '1', '2', '3', '5', '11', '21', '12345']) {
        const labels = { reply: label.btnReply[count]!, retweet: label.btnRepost[count]!, unlike: label.btnLiked[count]!, bookmark: label.btnBookmark[count]!, views: label.btnViews[count]! }
        const number = Number(count)
        expect(countsOf({ labels }), `${language} ${count}`).toEqual({ replies: number, reposts: number, likes: number, bookmarks: number, views: number })
        const rowLabel = [label.replies, label.reposts, label.likes, label.bookmarks, label.views].map((plural) => plural[count]).join(', ')
        const { bookmark: _, ...others } = labels
        if (number > 0) expect(countsOf({ labels: { ...others, bookmark: 'x' }, rowLabel })?.bookmarks, `${language} ${count}`).toBe(number)
      }
    }
  })
})
