const WIDTH = 100

/** How far bars reach on either side of their axis, in points: the same for all bars of one table. */
export interface Reach {
  readonly lowers: number
  readonly lifts: number
}

/** How far the bars of these points reach. */
export function reachOf(points: readonly number[]): Reach {
  return { lowers: Math.max(0, ...points.map((one) => -one)), lifts: Math.max(1, ...points) }
}

/** A bar on either side of an axis: to the end what lifts, to the start, hollow, what lowers. Its number stands beside it. */
export function PointsBar({ points, reach: { lowers, lifts } }: { readonly points: number; readonly reach: Reach }) {
  const perPoint = WIDTH / (lowers + lifts)
  const axis = lowers * perPoint
  const length = Math.abs(points) * perPoint
  return (
    <svg class="points-bar" viewBox={`-1 0 ${WIDTH + 2} 10`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="axis" x={axis - 0.5} y="0" width="1" height="10" />
      {points !== 0 && <rect class={points > 0 ? 'lifts' : 'lowers'} x={points > 0 ? axis : axis - length} y="2" width={length} height="6" />}
    </svg>
  )
}
