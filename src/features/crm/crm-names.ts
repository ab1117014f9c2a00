import type { CrmKind } from '../../domain/crm-connection'

/** The name of the sentence that names each CRM. */
export const CRM_NAMES = { 'request-tracker': 'crmKindRequestTracker', hubspot: 'crmKindHubspot', chatwoot: 'crmKindChatwoot', tryton: 'crmKindTryton', webhook: 'crmKindWebhook' } as const satisfies Readonly<Record<CrmKind, string>>
