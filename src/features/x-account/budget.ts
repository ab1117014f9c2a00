import type { Caps, Endpoint, Prices } from '../../domain/x-prices'
import { Told } from '../../domain/told'

/** What one endpoint cost on one day (UTC), reservations under way included; money in millionths of a dollar. */
export interface Spending {
  /** The day and the endpoint: `2026-11-24 mentions`. */
  readonly id: string
  readonly endpoint: Endpoint
  readonly calls: number
  readonly things: number
  readonly cost: number
}

/** Money laid aside before a call. It stays spent when nobody comes back to settle it, so that a stopped worker never leads past the cap. */
export interface Reservation {
  readonly id: string
  readonly endpoint: Endpoint
  readonly cost: number
}

/** The budget of the month does not allow a call. */
export class OverBudget extends Told {
  constructor() {
    super('toldXOverBudget')
    this.name = 'OverBudget'
  }
}

/** The day of a moment, as X counts days: `2026-11-24`. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

/** The month of a moment: `2026-11`. */
export function monthOf(now: number): string {
  return dayOf(now).slice(0, 7)
}

/** What a call may cost at most. */
export function reservationFor(endpoint: Endpoint, most: number, prices: Prices, now: number): Reservation {
  return { id: `${dayOf(now)} ${endpoint}`, endpoint, cost: most * prices[endpoint] }
}

/** Whether a call still fits into the month. */
export function fits(month: readonly Spending[], { cost }: Reservation, { month: cap }: Caps): boolean {
  return spentIn(month) + cost <= cap
}

/** The row with money laid aside. */
export function reserved(held: Spending | undefined, { id, endpoint, cost }: Reservation): Spending {
  return { id, endpoint, calls: (held?.calls ?? 0) + 1, things: held?.things ?? 0, cost: (held?.cost ?? 0) + cost }
}

/** The row once it is known how many things came. X never brings more than were asked for; if it did, they are paid for. */
export function settled(held: Spending, { endpoint, cost }: Reservation, things: number, prices: Prices): Spending {
  return { ...held, things: held.things + things, cost: Math.max(0, held.cost - cost + things * prices[endpoint]) }
}

/** What rows cost together. */
export function spentIn(rows: readonly Spending[]): number {
  return rows.reduce((sum, { cost }) => sum + cost, 0)
}

/** What has been spent today and in the month, and what the month comes to if it goes on as so far. */
export interface Bill {
  readonly today: number
  readonly month: number
  readonly forecast: number
}

/** The bill out of the rows of a month. Of the first hours of a month no forecast is made: it would be anything. */
export function billOf(month: readonly Spending[], now: number): Bill {
  const today = spentIn(month.filter(({ id }) => id.startsWith(dayOf(now))))
  const spent = spentIn(month)
  const date = new Date(now)
  const days = date.getUTCDate() - 1 + date.getUTCHours() / 24
  const inMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return { today, month: spent, forecast: days < 1 ? spent : Math.round((spent / days) * inMonth) }
}

/** Polling slows to a quarter once the soft cap is passed. */
export function pollEvery(minutes: number, spent: number, { slowFrom }: Caps): number {
  return spent >= slowFrom ? minutes * 4 : minutes
}
