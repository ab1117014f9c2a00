import { LIFECYCLES, type Lifecycle } from './crm'

/** The name of the field that says by hand where somebody stands with us; a card carries it as `field:lifecycle`. */
export const STAGE_FIELD = 'lifecycle'

/** A stage out of anything. */
export function toStage(value: unknown): Lifecycle | undefined {
  return LIFECYCLES.find((stage) => stage === value)
}
