import { runNode } from './run-command.ts'

export type Target = 'chrome' | 'firefox'

export const TARGETS: readonly Target[] = ['chrome', 'firefox']

/** Builds one browser's extension into dist/<target>; vite.config.ts takes the target from the environment. */
export async function buildExtension(target: Target): Promise<void> {
  const { isFine, output } = await runNode(['node_modules/vite/bin/vite.js', 'build'], { env: { TARGET: target, NODE_ENV: 'production' } })
  const lines = output.split('\n').filter((line) => (isFine ? /\bwarn/i.test(line) : !/^\s+at /.test(line)))
  if (lines.length > 0) console.log(lines.join('\n').trim())
  if (!isFine) throw new Error(`The ${target} extension could not be built: mend what the lines above name, then run "npm run build".`)
}
