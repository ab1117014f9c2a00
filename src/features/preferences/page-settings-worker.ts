import { replacedBy } from '../../domain/own-numbers'
import { readSettings, type Settings } from '../../settings/settings'
import type { PageSettings } from './page-settings'

let known: Promise<PageSettings> | undefined

/** The page's part of the settings, read once in a worker's life and again after a change. */
export function pageSettings(): Promise<PageSettings> {
  known ??= readSettings().then(toPageSettings, (error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

/** Takes note of changed settings and gives the page's part of them. */
export function settingsChanged(settings: Settings): PageSettings {
  const forPage = toPageSettings(settings)
  known = Promise.resolve(forPage)
  return forPage
}

function toPageSettings({ brandAccounts, accountFacts, badgeDensity, badgePosition, badgesShown, influence, tierLimits, markRules, staleDays, brandNames, topics }: Settings): PageSettings {
  return {
    brandAccounts,
    accountFacts: accountFacts === 'on',
    density: badgeDensity,
    position: badgePosition,
    shown: badgesShown,
    numbers: replacedBy(influence),
    limits: tierLimits,
    rules: markRules,
    staleDays,
    tracked: { names: brandNames, topics },
  }
}
