/** Hosts that the browsers ask by themselves in a fresh profile, extension or not; nothing of ours may ever need one. */
export const BROWSER_OWN_HOSTS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'update.googleapis.com',
  'firefox.settings.services.mozilla.com',
])
