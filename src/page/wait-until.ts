/** Looks at once, as soon as what is under way is over, and then every few milliseconds (timers run in background tabs, frames do not); whether it came to hold. In ms. */
export async function waitUntil(holds: () => boolean, patience: number): Promise<boolean> {
  const end = performance.now() + patience
  let pause = 0
  while (!holds()) {
    if (performance.now() >= end) return false
    await new Promise((resolve) => setTimeout(resolve, pause))
    pause = 10
  }
  return true
}
