/** What the builds put in the place of webextension-polyfill: in every browser that we support its own API gives promises, and the polyfill is 2.7 kB. */
export default (globalThis as { readonly browser?: unknown }).browser ?? (globalThis as { readonly chrome?: unknown }).chrome
