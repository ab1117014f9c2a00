import { type Caps, DOLLAR, type Endpoint, type Prices } from '../../domain/x-prices'
import { NumberField } from '../../ui/number-field'
import { dollarsOf, wholeOf, word, type WordName } from '../../ui/words'
import { billOf, type Spending } from './budget'

/** What X's interface costs, and what it may cost. */
export interface XBillProps {
  /** The rows of this month. */
  readonly month: readonly Spending[]
  readonly caps: Caps
  readonly prices: Prices
  readonly pollMinutes: number
  readonly now: number
  readonly onChange: (changed: { readonly caps?: Caps; readonly prices?: Prices; readonly pollMinutes?: number }) => void
}

/** The calls that are made, and what they bring. */
const CALLS: readonly (readonly [Endpoint, WordName])[] = [
  ['mentions', 'xEndpointMentions'],
  ['own posts', 'xEndpointOwnPosts'],
  ['search', 'xEndpointSearch'],
  ['users', 'xEndpointUsers'],
  ['posts', 'xEndpointPosts'],
  ['me', 'xEndpointMe'],
]

/** The bill of today, of the month and as it will be, the caps, and the prices by which it is reckoned. */
export function XBill({ month, caps, prices, pollMinutes, now, onChange }: XBillProps) {
  const bill = billOf(month, now)
  return (
    <div class="stack">
      <h3>{word('xBudget')}</h3>
      <p class="quiet">{word('xBudgetLead')}</p>
      <dl class="x-bill">
        <Amount label={word('xToday')} value={bill.today} />
        <Amount label={word('xMonth')} value={bill.month} />
        <Amount label={word('xForecast')} value={bill.forecast} />
      </dl>
      <div class="stack x-limits">
        <NumberField label={word('xCap')} value={caps.month / DOLLAR} least={0} most={100_000} step={1} onNumber={(dollars) => onChange({ caps: { ...caps, month: Math.round(dollars * DOLLAR) } })} />
        <NumberField label={word('xSoftCap')} value={caps.slowFrom / DOLLAR} least={0} most={100_000} step={1} onNumber={(dollars) => onChange({ caps: { ...caps, slowFrom: Math.round(dollars * DOLLAR) } })} />
        <NumberField label={word('xPollMinutes')} value={pollMinutes} least={1} most={1440} step={1} onNumber={(pollMinutes) => onChange({ pollMinutes })} />
      </div>
      <Table month={month} prices={prices} onChange={onChange} />
    </div>
  )
}

function Amount({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt class="quiet small">{label}</dt>
      <dd>{dollarsOf(value / DOLLAR)}</dd>
    </div>
  )
}

function Table({ month, prices, onChange }: Pick<XBillProps, 'month' | 'prices' | 'onChange'>) {
  return (
    <table class="x-prices">
      <caption class="quiet small">{word('xPricesTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('xColumnWhat')}</th>
          <th scope="col">{word('xColumnPrice')}</th>
          <th scope="col">{word('xColumnThings')}</th>
          <th scope="col">{word('xColumnCost')}</th>
        </tr>
      </thead>
      <tbody>
        {CALLS.map(([endpoint, name]) => {
          const rows = month.filter((row) => row.endpoint === endpoint)
          const sum = (field: 'things' | 'cost'): number => rows.reduce((sum, row) => sum + row[field], 0)
          return (
            <tr key={endpoint}>
              <th scope="row">{word(name)}</th>
              <td>
                <input class="input" type="number" min={0} max={100} step={0.001} aria-label={word('xPriceOf', word(name))} value={prices[endpoint] / DOLLAR} onChange={(event) => onChange({ prices: { ...prices, [endpoint]: Math.round(Number(event.currentTarget.value) * DOLLAR) } })} />
              </td>
              <td>{wholeOf(sum('things'))}</td>
              <td>{dollarsOf(sum('cost') / DOLLAR)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
