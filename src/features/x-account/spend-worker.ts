import type { Caps, Prices } from '../../domain/x-prices'
import type { Gate } from '../../remote/x-api'
import { XRefused } from '../../remote/x-refused'
import { mustBeOurs, type Store } from '../../store/open-store'
import { fits, monthOf, OverBudget, reservationFor, type Reservation, reserved, settled, type Spending } from './budget'

/** What calls are metered by. */
export interface Meter {
  readonly prices: Prices
  readonly caps: Caps
  readonly now: () => number
}

/** A gate that lays the money for a call aside before it leaves, and gives back what was not used once it is known. */
export function makeGate(store: Store, meter: Meter): Gate {
  return async (endpoint, most, call, brought) => {
    const reservation = reservationFor(endpoint, most, meter.prices, meter.now())
    await reserve(store, reservation, meter)
    try {
      const answer = await call()
      await settle(store, reservation, brought(answer), meter.prices)
      return answer
    } catch (error) {
      // A refusal brings nothing. Where no answer came, nobody knows what X counted: then the money stays spent.
      if (error instanceof XRefused && error.status !== undefined) await settle(store, reservation, 0, meter.prices)
      throw error
    }
  }
}

/** The rows of a month. */
export function spendingOf(store: Store, now: number): Promise<readonly Spending[]> {
  return store.getAll('xSpending', monthRange(now))
}

async function reserve(store: Store, reservation: Reservation, { caps, now }: Meter): Promise<void> {
  const transaction = mustBeOurs(store).transaction('xSpending', 'readwrite', { durability: 'strict' })
  const month = await transaction.store.getAll(monthRange(now()))
  const allowed = fits(month, reservation, caps)
  if (allowed) await transaction.store.put(reserved(month.find(({ id }) => id === reservation.id), reservation))
  await transaction.done
  if (!allowed) throw new OverBudget()
}

async function settle(store: Store, reservation: Reservation, things: number, prices: Prices): Promise<void> {
  const transaction = store.transaction('xSpending', 'readwrite', { durability: 'strict' })
  const held = await transaction.store.get(reservation.id)
  if (held) await transaction.store.put(settled(held, reservation, things, prices))
  await transaction.done
}

function monthRange(now: number): IDBKeyRange {
  const month = monthOf(now)
  return IDBKeyRange.bound(`${month}-`, `${month}-\uffff`)
}
