import { startPractice } from './server.ts'

/** Shows the practice timeline without the extension: node scripts/run-ts.mjs test/practice/see.ts [port] */
const practice = await startPractice({ port: Number(process.argv[2] ?? 0) })
const rules = `MAP *.x.com:443 127.0.0.1:${practice.port},MAP x.com:443 127.0.0.1:${practice.port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`
console.log(`The practice timeline listens on 127.0.0.1:${practice.port}. Open it in a throwaway profile:

chromium --no-first-run --user-data-dir="$(mktemp -d)" --host-resolver-rules="${rules}" --ignore-certificate-errors-spki-list=${practice.certificate.spki} "https://x.com/home?now=${Date.now()}"

Ctrl+C ends it.`)
