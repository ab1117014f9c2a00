import { expect, it } from 'vitest'
import { routeOf } from '../../src/page/watch-route'

it.each([
  ['/home', { name: 'home' }],
  ['/notifications/mentions', { name: 'notifications' }],
  ['/search', { name: 'search' }],
  ['/explore/tabs/trending', { name: 'search' }],
  ['/ana_lee', { name: 'profile', handle: 'ana_lee' }],
  ['/ana_lee/', { name: 'profile', handle: 'ana_lee' }],
  ['/ana_lee/with_replies', { name: 'profile', handle: 'ana_lee' }],
  ['/ana_lee/verified_followers', { name: 'followers', handle: 'ana_lee' }],
  ['/ana_lee/status/123/photo/1', { name: 'post', handle: 'ana_lee', id: '123' }],
  ['/i/chat', { name: 'chat', pair: undefined }],
  ['/i/chat/111-222', { name: 'chat', pair: '111-222' }],
  ['/i/chat/g123', { name: 'chat', pair: undefined }],
  ['/messages/111-222', { name: 'chat', pair: '111-222' }],
  ['/i/lists/99', { name: 'list' }],
  ['/ana_lee/lists', { name: 'list' }],
  ['/i/status/123', { name: 'other' }],
  ['/settings/account', { name: 'other' }],
  ['/', { name: 'other' }],
  ['', { name: 'other' }],
  ['/__proto__', { name: 'profile', handle: '__proto__' }],
  ['/constructor', { name: 'profile', handle: 'constructor' }],
  [`/${'a'.repeat(1_000_000)}`, { name: 'other' }],
  ['/@ana_lee', { name: 'other' }],
])('%.40s is told by its path', (path, route) => {
  expect(routeOf(path)).toEqual(route)
})
