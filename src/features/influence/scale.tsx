/** A line from 0 to 100: the middle, what the missing facts leave open, and the score. Its words stand beside it. */
export function Scale({ score, low, high }: { readonly score: number; readonly low: number; readonly high: number }) {
  return (
    <svg class="scale" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" x="0" y="4" width="200" height="2" rx="1" />
      <rect class="band" x={low * 2} y="3" width={Math.max(2, (high - low) * 2)} height="4" rx="2" />
      <rect class="middle" x="99.5" y="1" width="1" height="8" />
      <rect class="here" x={score * 2 - 1.5} y="0" width="3" height="10" rx="1.5" />
    </svg>
  )
}
