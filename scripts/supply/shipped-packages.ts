import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package of others whose code stands in the extension. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly licenceText: string
  /** Of the archive that npm fetched. */
  readonly integrity: string
  readonly hasInstallScript: boolean
}

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}

/** Every package that is not for development alone, as package-lock.json pins it, in the order of names. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> }
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true)
    .map(([path, { version = '', license = '', integrity = '', hasInstallScript = false }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license,
      licenceText: licenceIn(join(root, path)),
      integrity,
      hasInstallScript,
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

function licenceIn(folder: string): string {
  const file = existsSync(folder) ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) : undefined
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
}
