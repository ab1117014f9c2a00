import { buildExtension, TARGETS } from './build-extension.ts'
import { sayDone, secondsSince } from './say.ts'

for (const target of TARGETS) {
  const start = Date.now()
  await buildExtension(target)
  sayDone(`dist/${target} (${secondsSince(start)})`)
}
