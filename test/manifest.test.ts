import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as Readonly<Record<string, unknown>>
const policy = new Map((manifest['content_security_policy'] as { readonly extension_pages: string }).extension_pages.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
const source = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))

describe('the manifest', () => {
  it('case 61 asks at the install for what the first release asked for, so that no update switches us off', () => {
    expect(manifest['permissions']).toEqual(['storage', 'unlimitedStorage', 'alarms', 'scripting', 'identity'])
    expect(manifest['host_permissions']).toEqual(['https://x.com/*', 'https://pro.x.com/*', 'https://mobile.x.com/*', 'https://twitter.com/*'])
    expect(manifest['optional_permissions']).toEqual(['notifications', 'downloads', 'clipboardRead'])
    expect(manifest['optional_host_permissions']).toEqual(['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'])
  })

  it('case 27 and case 28 allow no script but our own files, and no markup out of text', () => {
    expect(Object.fromEntries([...policy].filter(([rule]) => ['default-src', 'script-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors', 'require-trusted-types-for'].includes(rule ?? '')))).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ['https://x.com'],
      'require-trusted-types-for': ["'script'"],
    })
  })

  it('case 13 and case 14 give no way in to pages and other extensions', () => {
    expect(manifest['externally_connectable']).toBeUndefined()
    expect(source.filter((text) => /onMessageExternal|onConnectExternal/.test(text))).toEqual([])
  })

  it('case 39 puts no style rules of ours into any page', () => {
    const scripts = manifest['content_scripts'] as readonly Readonly<Record<string, unknown>>[]
    expect(scripts.filter((script) => 'css' in script)).toEqual([])
    expect(source.filter((text) => /insertCSS/.test(text))).toEqual([])
  })

  it('case 36 opens two files to x.com, and nothing to anybody else', () => {
    expect(manifest['web_accessible_resources']).toEqual([{ resources: ['src/card/card.html', 'src/picker/picker.html'], matches: ['https://x.com/*'], '{{chrome}}.use_dynamic_url': true }])
  })

  it('case 59 and R24 stay out of private windows', () => {
    expect(manifest['incognito']).toBe('not_allowed')
  })

  it('case 62 tells nobody when it is removed', () => {
    expect(source.filter((text) => /setUninstallURL/.test(text))).toEqual([])
  })

  it('case 20 fetches nothing but in remote/ and by the hand that is given to it, where each host is fixed by what the user connected', () => {
    const fetching = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && /\b(fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon)/.test(readFileSync(join(ROOT, 'src', file), 'utf8')))
    // A connection hands `fetch` to what stands in remote/. The starters are a file of our own.
    expect(fetching.map((file) => file.replaceAll('\\', '/')).filter((file) => !/^remote\/|^background\/(x|crm|team)-/.test(file))).toEqual(['welcome/add-starters.ts'])
  })
})
