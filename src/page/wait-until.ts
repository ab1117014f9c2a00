/** Looks at once and then every few milliseconds (timers run in background tabs, frames do not); whether it came to hold. In ms. */
export async function waitUntil(holds: () => boolean, patience: number): Promise<boolean> {
  const end = performance.now() + patience
  while (!holds()) {
    if (performance.now() >= end) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return true
}
