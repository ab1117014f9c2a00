/** How often a judged pair is put in the judges' order by a difference: the area under its curve, ties counting half. */
export function areaUnderCurve(pairs: readonly { readonly difference: number; readonly isFirst: boolean }[]): number {
  const sorted = pairs.toSorted((one, other) => one.difference - other.difference)
  let rankSum = 0
  for (let at = 0; at < sorted.length; ) {
    let end = at
    while (end < sorted.length && sorted[end]!.difference === sorted[at]!.difference) end += 1
    const rank = (at + 1 + end) / 2
    for (; at < end; at += 1) if (sorted[at]!.isFirst) rankSum += rank
  }
  const first = pairs.filter(({ isFirst }) => isFirst).length
  return (rankSum - (first * (first + 1)) / 2) / (first * (pairs.length - first))
}
