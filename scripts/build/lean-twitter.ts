import type { Plugin } from 'vite'

const LIBRARY = 'twitter-api-v2'
const LEAN = '\0lean twitter-api-v2'
const STUB = '\0left out of twitter-api-v2'

/** What of the library no call of ours reaches: its method for each endpoint, other versions of the interface, advertising, streams, and Node's sockets. */
const LEFT_OUT = /(^|\/)(v1\/client\.v1\.read|v2\/client\.v2\.read|stream\/TweetStream|oauth1\.helper|request-handler\.helper|form-data\.helper|crypto|plugins\/helpers|\.\.\/types)$/

/** The names that the rest imports of it. The percent encoding is the one thing that is used. */
const STUB_CODE = `
export default class Nothing {
  static percentEncode(text) { return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase()) }
}
export { Nothing as FormDataHelper, Nothing as TwitterApiPluginResponseOverride }
function absent() { throw new Error('Left out of twitter-api-v2.') }
export { absent as createHash, absent as randomBytes, absent as applyResponseHooks, absent as hasRequestErrorPlugins }
`

/** What of its client for readers no call of ours reaches: another search, other logins, and a link that needs Node's crypto. */
const UNREACHED = /\/\* Shortcuts to endpoints \*\/[\s\S]*?(?=async loginWithOAuth2\()/

/** What its errors advise to whoever writes code with it. None of them is ever thrown here. */
const ADVICE = /new Error\((?:'(?:[^'\\]|\\.)*'\s*\+?\s*)+\)/g

/** Takes of twitter-api-v2 the reading client alone, without what Node has and a worker has not. */
export const leanTwitter: Plugin = {
  name: 'lean-twitter',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (source === LIBRARY) return LEAN
    return importer.includes(LIBRARY) && LEFT_OUT.test(source) ? STUB : undefined
  },
  load(id) {
    if (id === STUB) return STUB_CODE
    return id === LEAN ? `export { default as TwitterApiReadOnly } from '${LIBRARY}/dist/esm/client/readonly'` : undefined
  },
  /** A body of ours is never a Buffer: where the library asks whether it is one, any bytes will do. */
  transform(code, id) {
    if (!id.includes(`${LIBRARY}/dist/esm/`)) return undefined
    const lean = code.replace(UNREACHED, '').replace(ADVICE, `new Error('${LIBRARY}')`)
    return { code: id.includes('/client-mixins/') ? lean.replace(/\bBuffer\b/g, 'Uint8Array') : lean, map: null }
  },
}
