import { readFileSync, writeFileSync } from 'node:fs'
import { domainToUnicode } from 'node:url'
import { sayDone } from './say.ts'

/** Writes the present top-level domains into length/tlds.ts: from IANA's list, or from a copy of it that is named. Run by hand, now and then. */
const SOURCE = 'https://data.iana.org/TLD/tlds-alpha-by-domain.txt'
const TARGET = 'src/features/canned-replies/length/tlds.ts'
const LONGEST_LINE = 170

const copy = process.argv.slice(2).find((argument) => !argument.endsWith('.ts'))
const list = copy === undefined ? await (await fetch(SOURCE)).text() : readFileSync(copy, 'utf8')
const tlds = list.split('\n').map((line) => line.trim().toLowerCase()).filter((line) => line !== '' && !line.startsWith('#')).map((tld) => domainToUnicode(tld) || tld)
if (tlds.length < 1_000 || !tlds.includes('com')) throw new Error('That is not the list of top-level domains.')

const lines = tlds.reduce<string[]>((lines, tld) => {
  const last = lines.at(-1)
  if (last !== undefined && last.length + tld.length < LONGEST_LINE) lines[lines.length - 1] = `${last} ${tld}`
  else lines.push(tld)
  return lines
}, [])
const text = readFileSync(TARGET, 'utf8')
writeFileSync(TARGET, text.replace(/(const ZONE = `\n)[^`]*(\n`)/, (_all, start: string, end: string) => start + lines.join('\n') + end))
sayDone(`${tlds.length} top-level domains written to ${TARGET}`)
