import type { Lifecycle } from '../domain/crm'
import type { WordName } from './words'

/** What each stage is called. */
export const LIFECYCLE_WORDS: Readonly<Record<Lifecycle, WordName>> = {
  unknown: 'lifecycleUnknown',
  prospect: 'lifecycleProspect',
  customer: 'lifecycleCustomer',
  former: 'lifecycleFormer',
  partner: 'lifecyclePartner',
  press: 'lifecyclePress',
}
