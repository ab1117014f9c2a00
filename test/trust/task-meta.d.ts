import 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** What a trust case measured, for the table of docs/trust.md. */
    figure?: string
  }
}
