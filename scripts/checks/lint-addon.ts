import { runNode } from '../run-command.ts'

interface Finding {
  readonly code: string
  readonly message: string
  readonly file?: string
  readonly line?: number
}

interface Findings {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** Preact's own innerHTML, once in the pages and once in the content script; any more would be ours. */
const PREACT_WARNING = 'UNSAFE_VAR_ASSIGNMENT'
const PREACT_WARNINGS = 2

const describe = (finding: Finding): string => `  ${finding.code} ${finding.file ?? ''}:${finding.line ?? ''} ${finding.message}`

/** Runs Mozilla's own linter over the Firefox build; more than Preact's two known warnings is a failure. */
export async function lintAddon(dir = 'dist/firefox'): Promise<string> {
  const { output } = await runNode(['node_modules/addons-linter/bin/addons-linter', dir, '--output', 'json', '--boring'], { timeout: 300_000 })
  const start = output.indexOf('{"')
  if (start < 0) throw new Error(`addons-linter said nothing that can be read: ${output.slice(0, 300)}`)
  const { errors, warnings } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as Findings
  const fromPreact = warnings.filter((warning) => warning.code === PREACT_WARNING)
  const others = [...errors, ...warnings.filter((warning) => warning.code !== PREACT_WARNING), ...fromPreact.slice(PREACT_WARNINGS)]
  if (others.length > 0) {
    console.log([...errors, ...warnings].map(describe).join('\n'))
    throw new Error(`addons-linter found ${others.length} more than Preact's own ${PREACT_WARNINGS} warnings in ${dir}: mend what the lines above name.`)
  }
  return `addons-linter: 0 errors, ${warnings.length} warnings (Preact's own, at most ${PREACT_WARNINGS})`
}
