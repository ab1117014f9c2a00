/** Asks again every few milliseconds until there is an answer, or gives up with the complaint. */
export async function until<Value>(ask: () => Value | undefined | false | Promise<Value | undefined | false>, complaint: () => string, timeout = 10_000): Promise<Value> {
  const end = Date.now() + timeout
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(complaint())
    await new Promise((resolve) => { setTimeout(resolve, 15) })
  }
}
