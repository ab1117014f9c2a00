import { runNode } from './run-command.ts'

export type Target = 'chrome' | 'firefox'

export const TARGETS: readonly Target[] = ['chrome', 'firefox']

/** Builds one browser's extension into dist/<target>; vite.config.ts takes the target from the environment. */
export async function buildExtension(target: Target): Promise<void> {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']
  const { isFine, output } = await runNode(args, { env: { TARGET: target, NODE_ENV: 'production' } })
  if (output.trim() !== '') console.log(output.trim())
  if (!isFine) throw new Error(`The ${target} extension could not be built: mend what the lines above name, then run "npm run build".`)
}
