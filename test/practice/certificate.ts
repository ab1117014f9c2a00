import { createHash, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** A key pair for x.com and its neighbours that only a throwaway browser profile will trust. */
export interface PracticeCertificate {
  readonly key: string
  readonly cert: string
  /** What Chromium's --ignore-certificate-errors-spki-list takes. */
  readonly spki: string
}

const HOSTS = ['x.com', '*.x.com', 'twitter.com', '*.twitter.com', 'localhost']

const spkiOf = (cert: string): string =>
  createHash('sha256').update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })).digest('base64')

async function makeCertificate(): Promise<{ key: string, cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'x.com' }], {
    keyType: 'ec', curve: 'P-256', algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 3650 * 86_400_000),
    extensions: [{ name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2 as const, value })) }],
  })
  return { key: made.private, cert: made.cert }
}

/** Reads the certificate from the cache folder, or makes it there. */
export async function practiceCertificate(folder: string): Promise<PracticeCertificate> {
  const file = join(folder, 'x.com.json')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify(await makeCertificate()), { mode: 0o600 })
  }
  const { key, cert } = JSON.parse(readFileSync(file, 'utf8')) as { key: string, cert: string }
  return { key, cert, spki: spkiOf(cert) }
}
