/** Of a length eight times as large linear work takes eight times as long, and work that grows by the square 64 times. */
const TIMES = 8
const MOST = 40
/** Shorter than this a clock tells nothing, in ms. */
const LEAST = 0.5

/** The least of three runs, in ms: a busy machine only ever adds. */
function leastTime(run: () => void): number {
  const once = (): number => {
    const start = performance.now()
    run()
    return performance.now() - start
  }
  return Math.min(once(), once(), once())
}

/** Whether the work grows with the text's length alone, without a bar in milliseconds. What a busy machine adds to one try it need not add to the next. */
export function growsWithLength(run: (text: string) => unknown, text: string): boolean {
  const part = text.slice(0, text.length / TIMES)
  const growth = (): number => leastTime(() => void run(text)) / Math.max(LEAST, leastTime(() => void run(part)))
  return [growth, growth, growth].some((tried) => tried() < MOST)
}
