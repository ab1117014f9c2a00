/** What kind of thing a variable holds. */
export type ValueType = 'text' | 'number' | 'flag' | 'moment' | 'list'

/** Every variable that a template may name, with what it holds. Families end in a dot: `pref.flavour`, `field.shoe_size`. */
export const VARIABLES = {
  /** The customer. */
  name: 'text',
  first: 'text',
  nick: 'text',
  handle: 'text',
  lang: 'text',
  tags: 'list',
  followers: 'number',
  contacts: 'number',
  sentiment: 'number',
  lifecycle: 'text',
  'pref.': 'text',
  'field.': 'text',
  /** What passed between us. */
  'last.topic': 'text',
  'last.at': 'moment',
  'last.days': 'number',
  /** Us. */
  agent: 'text',
  initials: 'text',
  brand: 'text',
  'authority.': 'number',
  /** What this is about; typed where nothing is known. */
  issue: 'text',
  cause: 'text',
  product: 'text',
  link: 'text',
  n: 'number',
  'case.': 'text',
  'post.url': 'text',
  'post.text': 'text',
  'post.at': 'moment',
  surface: 'text',
  /** Now. */
  today: 'moment',
  now: 'moment',
  date: 'moment',
  /** What the user marked, copied, or typed after the trigger. */
  selection: 'text',
  clipboard: 'text',
  args: 'text',
} as const satisfies Readonly<Record<string, ValueType>>

const TYPES: ReadonlyMap<string, ValueType> = new Map(Object.entries(VARIABLES))

/** What a variable holds; undefined for a name that is none. */
export function typeOf(name: string): ValueType | undefined {
  if (/^\d+$/.test(name)) return 'text'
  const dot = name.indexOf('.')
  return TYPES.get(name) ?? (dot > 0 && !name.endsWith('.') ? TYPES.get(name.slice(0, dot + 1)) : undefined)
}
