/** One thing that must hold; `run` throws when it does not. */
export interface Step {
  readonly name: string
  /** How to run it alone. */
  readonly alone: string
  readonly run: () => Promise<void>
}
