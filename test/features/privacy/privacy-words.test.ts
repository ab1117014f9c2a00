import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import messages from '../../../public/_locales/en/messages.json'
import manifest from '../../../manifest.json'
import { PRIVACY_SECTIONS } from '../../../src/features/privacy/privacy-view'

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/privacy.md'), 'utf8')

it('docs/privacy.md says what the page inside the extension says, in its order', () => {
  const said = PRIVACY_SECTIONS.flatMap(({ title, sentences }) => [`## ${messages[title].message}`].concat(sentences.map((name) => `- ${messages[name].message}`)))
  const lines = PAGE.split('\n').filter((line) => line.startsWith('## ') || line.startsWith('- '))
  expect(lines, 'write docs/privacy.md and public/_locales/en/messages.json alike').toEqual(said)
})

it('names every permission that the manifest asks for', () => {
  const words = `${messages.privacyPermissionsFixed.message} ${messages.privacyPermissionsAsked.message}`.toLowerCase()
  const said: Readonly<Record<string, string>> = { storage: 'storage', unlimitedStorage: 'without a limit', alarms: 'alarms', scripting: 'scripts', identity: 'identity', notifications: 'notifications', downloads: 'downloads', clipboardRead: 'clipboard' }
  const asked = [...manifest.permissions, ...manifest.optional_permissions]
  expect(asked.filter((name) => !words.includes(said[name] ?? '(unexplained)'))).toEqual([])
})
