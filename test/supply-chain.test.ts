import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sbom } from '../scripts/supply/sbom.ts'
import { shippedPackages } from '../scripts/supply/shipped-packages.ts'

const ROOT = join(import.meta.dirname, '..')

describe('case 60 what comes from others', () => {
  it('is pinned to one version each, with the hash of its archive', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> }
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(shippedPackages(ROOT).filter(({ integrity }) => !integrity.startsWith('sha512-'))).toEqual([])
  })

  it('runs no script when it is installed, as far as it is shipped', () => {
    expect(shippedPackages(ROOT).filter(({ hasInstallScript }) => hasInstallScript)).toEqual([])
  })

  it('stands in the zip with its licence, every one of them', () => {
    const notices = readFileSync(join(ROOT, 'public/licences.txt'), 'utf8')
    expect(shippedPackages(ROOT).filter(({ name, version }) => !notices.includes(`${name} ${version}`)), 'run npm run supply').toEqual([])
    expect(shippedPackages(ROOT).filter(({ licenceText }) => !notices.includes(licenceText.trim())), 'run npm run supply').toEqual([])
  })

  it('is listed as a bill of materials', () => {
    expect(JSON.parse(readFileSync(join(ROOT, 'docs/sbom.json'), 'utf8')), 'run npm run supply').toEqual(sbom(ROOT))
  })
})

const DIST = ['chrome', 'firefox'].map((target) => join(ROOT, 'dist', target)).filter(existsSync)

describe.skipIf(DIST.length === 0)('case 60 the built scripts', () => {
  it('name no address but those that the user can connect to, and documentation', async () => {
    const { addressesIn } = await import('../scripts/supply/addresses.ts')
    expect(DIST.flatMap((dir) => addressesIn(dir))).toEqual([])
  })
})
