import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sayDone } from './say.ts'
import { sbom } from './supply/sbom.ts'
import { shippedPackages } from './supply/shipped-packages.ts'

// Writes what the zip and the repository say of the packages of others; a test holds both to package-lock.json.
const root = join(import.meta.dirname, '..')
const notices = shippedPackages(root).map(({ name, version, licence, licenceText }) => `${name} ${version} (${licence})\n\n${licenceText.trim()}\n`)
writeFileSync(join(root, 'public/licences.txt'), ['Regulars is made with the work of others:\n', ...notices].join(`\n${'-'.repeat(72)}\n\n`))
writeFileSync(join(root, 'docs/sbom.json'), `${JSON.stringify(sbom(root), undefined, 2)}\n`)
sayDone(`Wrote public/licences.txt and docs/sbom.json for ${notices.length} packages`)
