import type { StateUsers } from './facts-index'

const { keys } = Object
const startsWith = Function.prototype.call.bind(String.prototype.startsWith) as (text: string, start: string) => boolean

/**
 * X's users, out of the store that its root component was given: the element's React props lead to it. Read so by other
 * extensions since 2022, last checked August 2026. Only in the page's own world; undefined where X keeps them elsewhere.
 */
export function readStateUsers(document: Document): StateUsers | undefined {
  try {
    const root = document.getElementById('react-root')?.firstElementChild
    const provider = follow(reactPropsOf(root), 'children', 'props', 'children', 'props')
    const store = follow(provider, 'store') as XStore | undefined
    return follow(store?.getState(), 'entities', 'users', 'entities') as StateUsers | undefined
  } catch {
    return undefined
  }
}

/** X's store, as far as it is asked. Where it is none, the call throws and there is no state. */
interface XStore {
  getState(): unknown
}

function reactPropsOf(element: Element | null | undefined): unknown {
  if (!element) return undefined
  const names = keys(element)
  for (let at = 0; at < names.length; at++) if (startsWith(names[at]!, '__reactProps')) return follow(element, names[at]!)
  return undefined
}

function follow(from: unknown, ...path: readonly string[]): object | undefined {
  let value = from
  for (let at = 0; at < path.length; at++) value = (value as Record<string, unknown> | null | undefined)?.[path[at]!]
  return typeof value === 'object' && value !== null ? value : undefined
}
