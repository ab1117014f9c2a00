import browser from 'webextension-polyfill'

/** The sentence of whatever was thrown, in the user's language where it is one of ours. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { told } = error as { readonly told?: unknown }
  return (Array.isArray(told) && browser.i18n.getMessage(error.message, told.map(String))) || error.message
}
