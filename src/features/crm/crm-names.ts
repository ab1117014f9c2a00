import type { Lifecycle } from '../../domain/crm'
import type { CrmKind } from '../../domain/crm-connection'

/** The name of the sentence that names each CRM. */
export const CRM_NAMES = { 'request-tracker': 'crmKindRequestTracker', hubspot: 'crmKindHubspot', chatwoot: 'crmKindChatwoot', tryton: 'crmKindTryton', webhook: 'crmNameWebhook' } as const satisfies Readonly<Record<CrmKind, string>>

/** The name of the word for each stage. */
export const STAGE_NAMES = { unknown: 'lifecycleUnknown', prospect: 'lifecycleProspect', customer: 'lifecycleCustomer', former: 'lifecycleFormer', partner: 'lifecyclePartner', press: 'lifecyclePress' } as const satisfies Readonly<Record<Lifecycle, string>>
