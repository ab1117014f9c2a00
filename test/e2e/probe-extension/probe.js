// Content script of the test-only probe: answers what stands inside closed shadow roots, without a trace in the page.
/** Chromium's API takes HTML elements only; Firefox's is a property of every element. */
const openRoot = (element) => {
  if (!(element instanceof HTMLElement)) return undefined
  return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.openOrClosedShadowRoot ?? undefined
}

const rectOf = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}

const WORDS = ['w', 'score', 'contacts', 'tag']
const wordsIn = (root) => WORDS.flatMap((name) => Array.from(root.querySelectorAll(`[data-${name}]`), (element) => element.dataset[name])).filter((word) => word !== '')

const textIn = (root) => [...root.childNodes].filter((node) => node.nodeName !== 'STYLE').map((node) => node.textContent).join('')

const readBadge = (host, index) => {
  const root = openRoot(host)
  const label = root?.querySelector('[role=img][aria-label]')?.getAttribute('aria-label') ?? ''
  return {
    index,
    label,
    handle: /^@?(\w{1,15})/.exec(label)?.[1] ?? '',
    words: root ? wordsIn(root) : [],
    text: root ? textIn(root) : '',
    markup: root?.innerHTML ?? '',
    rect: rectOf(host),
  }
}

const HOSTS = '[role=button][data-regulars]'

const describe = (element) => ({
  tag: element.localName,
  label: element.getAttribute('aria-label') ?? '',
  words: wordsIn(element),
  text: element.textContent ?? '',
  source: element.getAttribute('src') ?? '',
  rect: rectOf(element),
})

const closedElements = (selector) => {
  const roots = Array.from(document.querySelectorAll('*'), openRoot).filter(Boolean)
  return roots.flatMap((root) => Array.from(root.querySelectorAll(selector), describe))
}

const ANSWERS = {
  ready: () => true,
  badges: () => [...document.querySelectorAll(HOSTS)].map(readBadge),
  reveal: (index) => {
    document.querySelectorAll(HOSTS)[index]?.scrollIntoView({ block: 'center' })
    return true
  },
  closed: closedElements,
}

chrome.runtime.onMessage.addListener(({ question, about }, _sender, answer) => { answer(ANSWERS[question](about)) })
