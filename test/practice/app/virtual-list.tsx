/** @jsxImportSource react */
import { useEffect, useLayoutEffect, useReducer, useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { heightChanges } from './observed.ts'

const MOST_CELLS = 50
const GUESS = 160

interface VirtualListProps<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly render: (item: T) => ReactNode
  readonly label: string
  /** Heights survive leaving the page under this name. */
  readonly cache: string
  readonly onNearEnd?: () => void
}

const caches = new Map<string, Map<string, number>>()

function heightsOf(cache: string): Map<string, number> {
  const known = caches.get(cache) ?? new Map<string, number>()
  caches.set(cache, known)
  return known
}

/** Where each item begins; one number more than items, the last being the height of all. */
function layOut(keys: readonly string[], heights: ReadonlyMap<string, number>): Float64Array {
  const starts = new Float64Array(keys.length + 1)
  keys.forEach((key, n) => { starts[n + 1] = (starts[n] ?? 0) + (heights.get(key) ?? GUESS) })
  return starts
}

function firstBelow(starts: Float64Array, y: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle + 1] ?? Infinity) <= y) low = middle + 1
    else high = middle
  }
  return low
}

/** X's list: keyed cells at absolute places, only those near the window exist, heights are measured and watched. */
export function VirtualList<T>({ items, keyOf, render, label, cache, onNearEnd }: VirtualListProps<T>): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const heights = heightsOf(cache)
  const keys = items.map(keyOf)
  const starts = layOut(keys, heights)
  const top = useRef(0)
  const anchor = useRef<{ key: string, start: number } | undefined>(undefined)
  const first = Math.max(0, firstBelow(starts, top.current - innerHeight * 1.5))
  const last = Math.min(items.length - 1, first + MOST_CELLS - 1, firstBelow(starts, top.current + innerHeight * 2.5))
  const observer = useRef<ResizeObserver | undefined>(undefined)

  const measure = (elements: Iterable<Element>): boolean => {
    let changed = false
    for (const element of elements) {
      if (!element.isConnected) {
        observer.current?.unobserve(element)
        continue
      }
      const key = cellKeys.get(element) ?? ''
      const height = element.getBoundingClientRect().height
      const before = heights.get(key)
      if (before === height || height === 0) continue
      if (before !== undefined) heightChanges.push({ key, from: before, to: height, at: performance.now() })
      heights.set(key, height)
      changed = true
    }
    return changed
  }

  useEffect(() => {
    const look = (): void => {
      const next = -(frame.current?.getBoundingClientRect().top ?? 0)
      if (next !== top.current) {
        top.current = next
        redraw()
      }
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    const watcher = new ResizeObserver((entries) => {
      if (measure(entries.map((entry) => entry.target))) flushSync(redraw)
    })
    observer.current = watcher
    for (const cell of frame.current?.children ?? []) watcher.observe(cell)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      watcher.disconnect()
    }
  }, [cache])

  useLayoutEffect(() => {
    const cells = [...(frame.current?.children ?? [])]
    for (const cell of cells) observer.current?.observe(cell)
    if (measure(cells.filter((cell) => !heights.has(cellKeys.get(cell) ?? '')))) redraw()
  })

  useLayoutEffect(() => {
    const held = anchor.current
    const place = held && top.current > 0 ? keys.indexOf(held.key) : -1
    const shift = held && place >= 0 ? (starts[place] ?? 0) - held.start : 0
    if (shift !== 0) window.scrollBy(0, shift)
    const now = firstBelow(starts, top.current + shift)
    anchor.current = keys[now] === undefined ? undefined : { key: keys[now], start: starts[now] ?? 0 }
    if (onNearEnd && top.current + innerHeight * 3 > (starts[items.length] ?? 0)) onNearEnd()
  })

  const cells = []
  for (let n = first; n <= last; n += 1) {
    const item = items[n]
    const key = keys[n]
    if (item === undefined || key === undefined) continue
    cells.push(<Cell key={key} name={key} y={starts[n] ?? 0} measured={heights.has(key)}>{render(item)}</Cell>)
  }
  return (
    <section aria-labelledby={`title-${cache}`} role="region" className="v">
      <h1 className="hidden" id={`title-${cache}`} dir="auto">{label}</h1>
      <div aria-label={label} className="v">
        <div ref={frame} style={{ position: 'relative', minHeight: `${starts[items.length] ?? 0}px` }}>{cells}</div>
      </div>
    </section>
  )
}

const cellKeys = new WeakMap<Element, string>()

interface CellProps {
  readonly name: string
  readonly y: number
  readonly measured: boolean
  readonly children: ReactNode
}

function Cell({ name, y, measured, children }: CellProps): ReactNode {
  return (
    <div data-testid="cellInnerDiv" ref={(element) => { if (element) cellKeys.set(element, name) }}
      style={{ transform: `translateY(${y}px)`, position: 'absolute', width: '100%', ...(measured ? {} : { opacity: 0.01 }) }}>
      <div className="v cell"><div className="v">{children}</div></div>
    </div>
  )
}
