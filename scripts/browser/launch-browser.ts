import type { BrowserKind } from './find-browser.ts'
import { launchChromium } from './launch-chromium.ts'
import { launchFirefox } from './launch-firefox.ts'
import type { LaunchedBrowser, LaunchRequest } from './launched.ts'

/** Opens either family with the same request and the same answer. */
export function launchBrowser(kind: BrowserKind, request: LaunchRequest): Promise<LaunchedBrowser> {
  return kind === 'chromium' ? launchChromium(request) : launchFirefox(request)
}
