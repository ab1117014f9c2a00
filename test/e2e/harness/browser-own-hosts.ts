/** Hosts that Chromium and Firefox ask by themselves in a fresh profile, extension or not; nothing of ours may ever need one. */
export const BROWSER_OWN_HOSTS: ReadonlySet<string> = new Set([
  // Chromium: sign-in state, updates, form hints, safe browsing, models.
  'accounts.google.com',
  'clients2.google.com',
  'update.googleapis.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'edgedl.me.gvt1.com',
  'redirector.gvt1.com',
  'android.clients.google.com',
  'mtalk.google.com',
  // Firefox: remote settings, updates, push, blocklists.
  'firefox.settings.services.mozilla.com',
  'firefox-settings-attachments.cdn.mozilla.net',
  'content-signature-2.cdn.mozilla.net',
  'push.services.mozilla.com',
  'aus5.mozilla.org',
  'services.addons.mozilla.org',
  'versioncheck-bg.addons.mozilla.org',
  'shavar.services.mozilla.com',
  'incoming.telemetry.mozilla.org',
  'location.services.mozilla.com',
])
