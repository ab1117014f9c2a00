/** For a picker that the user closes: that is an answer and no error. */
export function nothingIfCancelled(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return undefined
  throw error
}
