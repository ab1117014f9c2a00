import type { Answers } from '../contract/answer'
import { fieldsOf } from '../domain/fields-of'
import { aHandle, keyOf, toPostId, toXId } from '../domain/handle'
import { againFrom, type BackFill, FRESH_BACK_FILL } from '../features/x-account/connection'
import { connectApp, connectUser, disconnect } from '../features/x-account/connect-worker'
import { updateConnection } from '../features/x-account/connections-worker'
import { dismiss } from '../features/x-account/poll-worker'
import type { Redeemable, Wish, XAccountQuestions } from '../features/x-account/x-account-messages'
import { readSettings, writeSettings } from '../settings/settings'
import { openStore } from '../store/open-store'
import { calling, keepAlarm, showWaiting, workNow } from './x-work'

/** A login that was asked for again, because its answer was lost on the way, is the same login. */
const redeeming = new Map<string, Promise<void>>()

/** What the background answers about our accounts at X. */
export const xAnswers: Answers<XAccountQuestions> = {
  'x/connect': {
    shape: toRedeemable,
    run: async (login) => {
      const mine = redeeming.get(login.code) ?? calling().then((around) => connectUser(login, around))
      redeeming.set(login.code, mine)
      await mine
      await knowAsOurs()
    },
  },
  'x/connect-app': {
    shape: aHandle,
    run: async (handle) => {
      await connectApp(handle, await calling())
      await knowAsOurs()
    },
  },
  'x/disconnect': {
    shape: toId,
    run: async (id) => {
      await disconnect(id, await calling())
      await Promise.all([keepAlarm(), showWaiting()])
    },
  },
  'x/want': {
    shape: toWish,
    run: async ({ id, ...wish }) => {
      await updateConnection(await openStore(), id, (held) => ({ ...held, ...wish }))
      await startWork()
    },
  },
  'x/back-fill': {
    shape: (asked) => ({ id: toId(fieldsOf(asked)['id']), run: fieldsOf(asked)['run'] === true }),
    run: async ({ id, run }) => {
      await updateConnection(await openStore(), id, (held) => ({ ...held, notBefore: run ? undefined : held.notBefore, backFill: held.backFill ? nextRun(held.backFill, run) : run ? FRESH_BACK_FILL : undefined }))
      await startWork()
    },
  },
  'x/dismiss': {
    shape: (asked) => (Array.isArray(asked) ? asked.flatMap((id) => toPostId(id) ?? []) : refuse('Ids of posts come as a list.')),
    run: async (ids) => {
      await dismiss(await openStore(), ids)
      await showWaiting()
    },
  },
  'x/listen': { shape: () => undefined, run: startWork },
}

function nextRun(held: BackFill, run: boolean): BackFill {
  if (held.stage !== 'done') return { ...held, running: run }
  return run ? againFrom(held) : held
}

/** What is connected is an account that the user answers for: by that the page knows what is addressed to it, and which replies are ours. */
async function knowAsOurs(): Promise<void> {
  const { brandAccounts } = await readSettings()
  const missing = (await (await openStore()).getAll('xAccounts')).map(({ handle }) => handle).filter((handle) => !brandAccounts.some((brand) => keyOf(brand) === keyOf(handle)))
  if (missing.length > 0) await writeSettings({ brandAccounts: [...brandAccounts, ...missing] })
}

/** Begins at once; the alarm sees to the rest. The answer does not wait for X. */
async function startWork(): Promise<void> {
  await keepAlarm()
  void workNow().catch(console.error)
}

function toWish(asked: unknown): Wish {
  const { id, inbox, enrich, notify } = fieldsOf(asked)
  return { id: toId(id), ...(typeof inbox === 'boolean' && { inbox }), ...(typeof enrich === 'boolean' && { enrich }), ...(typeof notify === 'boolean' && { notify }) }
}

function toRedeemable(asked: unknown): Redeemable {
  const { clientId, code, verifier, redirect } = fieldsOf(asked)
  const line = (value: unknown): string => (typeof value === 'string' && value !== '' && value.length <= 1000 ? value : refuse('This is no login.'))
  return { clientId: line(clientId), code: line(code), verifier: line(verifier), redirect: line(redirect) }
}

function toId(asked: unknown) {
  return toXId(asked) ?? refuse('That is not the id of an account at X.')
}

function refuse(sentence: string): never {
  throw new Error(sentence)
}
