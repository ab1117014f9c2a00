import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** What each part may import of ours, and which packages. Types count as imports. */
const WALLS: Readonly<Record<string, { ours: readonly string[]; packages: readonly string[] }>> = {
  domain: { ours: ['domain'], packages: [] },
  noun: { ours: ['domain', 'noun'], packages: [] },
  messages: { ours: ['domain', 'noun', 'messages'], packages: [] },
  contract: { ours: ['domain', 'messages', 'noun', 'contract'], packages: ['webextension-polyfill'] },
  store: { ours: ['domain', 'noun', 'store'], packages: ['idb'] },
  remote: { ours: ['domain', 'remote'], packages: ['twitter-api-v2'] },
  page: { ours: ['domain', 'page'], packages: ['preact'] },
  settings: { ours: ['domain', 'settings'], packages: ['webextension-polyfill'] },
  ui: { ours: ['domain', 'ui', 'locales'], packages: ['preact', 'preact/hooks'] },
  worker: { ours: ['domain', 'noun', 'messages', 'worker', 'contract', 'store', 'remote', 'settings'], packages: ['webextension-polyfill'] },
  view: { ours: ['domain', 'noun', 'messages', 'view', 'ui'], packages: ['preact', 'preact/hooks'] },
}

interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
  /** Those of them that are more than types. */
  readonly values: readonly string[]
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readSource(path.replaceAll('\\', '/')))

describe('the walls of the house', () => {
  it.each(files)('$path imports only what its part may', ({ path, imports }) => {
    expect(breaches(path, imports)).toEqual([])
  })

  it.each(files)('$path stays within 200 lines', ({ text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(200)
  })

  it.each(files)('$path makes no markup out of text, runs no text, and clicks nothing of the page', ({ path, text }) => {
    expect(text.match(/\.innerHTML|outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function|execCommand/g)).toBeNull()
    if (partOf(path) === 'page') expect(text.match(/\.(click|submit|scrollBy|scrollTo|scrollIntoView)\(/g)).toBeNull()
  })

  it.each(files.filter(({ path }) => !path.startsWith('page/') && path !== 'page-facts.ts'))('$path names no markup of X', ({ text }) => {
    expect(text.match(/data-testid|UserAvatar-Container|tweetText|cellInnerDiv|primaryColumn/g)).toBeNull()
  })

  it('lets nobody but the background read a secret', () => {
    const readers = files.filter(({ path, text }) => /\breadSecret\b/.test(text) && path !== 'store/secrets.ts')
    expect(readers.map(({ path }) => path).filter((path) => partOf(path) !== 'worker' && !path.startsWith('background'))).toEqual([])
  })

  it('has no two parts that import each other in a circle', () => {
    expect(circles()).toEqual([])
  })

  it('gives a page where nobody writes nothing of the help with writing but the ear for it', () => {
    const carried = [...reachedFrom('content.ts')].filter((path) => /^(?:composer|picker)\/|^features\/canned-replies\//.test(path))
    expect(carried).toEqual([])
    expect(reachedFrom('content.ts')).toContain('page/on-composer.ts')
  })

  it('has no drawers that name nothing', () => {
    expect(files.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|manager|service)s?(\/|\.tsx?$)/.test(path))).toEqual([])
  })

  it('would see a breach', () => {
    expect(breaches('domain/planted.ts', ['idb', join(SRC, 'store/journal.ts')])).toHaveLength(2)
    expect(breaches('features/notes/planted.tsx', [join(SRC, 'features/history/history-timeline.tsx')])).toHaveLength(1)
    expect(breaches('features/notes/notes-planted-worker.ts', [join(SRC, 'features/people/people-worker.ts')])).toHaveLength(1)
  })
})

function breaches(path: string, imports: readonly string[]): readonly string[] {
  const wall = WALLS[partOf(path)]
  if (!wall) return []
  return imports.flatMap((imported) => {
    if (!imported.startsWith('/')) return wall.packages.includes(imported) ? [] : [`${path} may not import ${imported}`]
    const target = relative(SRC, imported)
    const part = partOf(target)
    const foreign = (part === 'view' || part === 'worker') && folderOf(target) !== folderOf(path)
    return wall.ours.includes(part) && !foreign ? [] : [`${path} may not import ${target}`]
  })
}

function partOf(path: string): string {
  if (path.startsWith('../public/_locales')) return 'locales'
  const [part = '', name = '', file = ''] = path.split('/')
  if (part !== 'features') return name ? part : 'entry'
  if (/-messages(\.ts)?$/.test(file)) return 'messages'
  if (/-worker(\.ts)?$/.test(file)) return 'worker'
  return file.endsWith('.tsx') || isView(path) ? 'view' : 'noun'
}

function isView(path: string): boolean {
  return !/\.tsx?$/.test(path) && files.some((file) => file.path === `${path}.tsx`)
}

function folderOf(path: string): string | undefined {
  return path.split('/')[1]
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), 'utf8')
  const [imports = [], types = []] = [/(?:from|import)\s+'([^']+)'/g, /(?:import|export)\s+type\s[^']*from\s+'([^']+)'/g].map((pattern) =>
    [...text.matchAll(pattern)].map(([, name = '']) => name).filter((name) => !name.endsWith('.css')).map((name) => (name.startsWith('.') ? join(SRC, dirname(path), name) : name)),
  )
  const values = imports.filter((imported) => !types.includes(imported))
  return { path, text, imports, values }
}

function circles(): readonly string[] {
  const graph = new Map(files.map(({ path, imports }) => [path, imports.flatMap(fileOf)]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    if (done.has(path) || trail.includes(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

/** All that a script's bundle is made of; what is only a type costs nothing. */
function reachedFrom(path: string, reached = new Set<string>()): ReadonlySet<string> {
  const file = files.find((one) => one.path === path)
  if (!file || reached.has(path)) return reached
  reached.add(path)
  for (const next of file.values.flatMap(fileOf)) reachedFrom(next, reached)
  return reached
}

function fileOf(imported: string): readonly string[] {
  if (!imported.startsWith('/')) return []
  const path = relative(SRC, imported)
  return files.map((file) => file.path).filter((file) => file === path || file === `${path}.ts` || file === `${path}.tsx`)
}
