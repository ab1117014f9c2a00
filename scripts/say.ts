/** One line of progress: what is being done now. */
export const sayStep = (text: string): void => console.log(`… ${text}`)

/** One line of progress: what is done. */
export const sayDone = (text: string): void => console.log(`✓ ${text}`)

/** Seconds since a moment, as a person reads them. */
export const secondsSince = (start: number): string => `${((Date.now() - start) / 1000).toFixed(1)} s`
