import './spy.ts'

/** What the page got hold of: pieces of text around a secret, and things that are none of its own. */
export interface Swept {
  readonly told: readonly string[]
  readonly finds: readonly string[]
}

/**
 * Reads the page in every way that a script has without an event, as text, and looks for the `secrets` in that and in what the spy wrote
 * down, where it stands: all of it by wire would be megabytes. By loops alone, for the spy hears what arrays are asked.
 */
export async function sweep(secrets: readonly string[]): Promise<Swept> {
  const texts: string[] = []
  const finds: string[] = []
  const look = (value: unknown, how: string): void => {
    if (value instanceof Node && value.getRootNode() instanceof ShadowRoot) finds.push(`${how}: ${value instanceof Element ? value.outerHTML : value.textContent}`)
  }
  const hosts = [...document.querySelectorAll<HTMLElement>('[data-regulars]')]

  const readTrees = (): void => {
    const root = document.documentElement
    const copies = [root.cloneNode(true), document.importNode(root, true), new DOMParser().parseFromString(root.outerHTML, 'text/html').documentElement]
    texts.push(root.outerHTML, root.textContent ?? '', root.innerText, new XMLSerializer().serializeToString(document), ...copies.map((copy) => (copy as Element).outerHTML))
    const getHtml = (root as { getHTML?: (options: object) => string }).getHTML
    if (getHtml) texts.push(getHtml.call(root, { serializableShadowRoots: true, shadowRoots: [] }))
    const walker = document.createTreeWalker(document)
    while (walker.nextNode()) look(walker.currentNode, 'a tree walker')
  }
  const readHosts = (): void => {
    for (const host of hosts) {
      texts.push(host.outerHTML, host.innerText, String(host.shadowRoot?.innerHTML), String(host.ariaLabel), host.title)
      for (const pseudo of [undefined, '::before', '::after', '::marker', '::part(face)', '::slotted(*)']) texts.push(getComputedStyle(host, pseudo).content)
      for (const node of [...host.childNodes, ...host.getAnimations({ subtree: true }).map(({ effect }) => (effect as KeyframeEffect).target)]) look(node, 'a host')
    }
    for (const { effect } of document.getAnimations()) look((effect as KeyframeEffect).target, 'an animation')
  }
  const readPoints = (): void => {
    const onScreen = hosts.filter((host) => host.getBoundingClientRect().bottom > 0 && host.getBoundingClientRect().top < innerHeight)
    for (const host of onScreen.slice(0, 5)) {
      const { left, top, right, bottom } = host.getBoundingClientRect()
      const step = Math.max(2, (right - left) / 12)
      for (let x = left - 6; x < right + 6; x += step) {
        for (let y = top - 4; y < bottom + 4; y += Math.max(3, (bottom - top) / 5)) {
          for (const element of document.elementsFromPoint(x, y)) look(element, 'elementsFromPoint')
          look(document.elementFromPoint(x, y), 'elementFromPoint')
          look(document.caretPositionFromPoint?.(x, y)?.offsetNode, 'caretPositionFromPoint')
          look((document as { caretRangeFromPoint?: (x: number, y: number) => Range | null }).caretRangeFromPoint?.(x, y)?.startContainer, 'caretRangeFromPoint')
        }
      }
    }
  }
  const readSelection = (): void => {
    const selection = getSelection()!
    selection.selectAllChildren(document.body)
    texts.push(selection.toString())
    document.execCommand('selectAll')
    texts.push(selection.toString())
    for (const host of hosts.slice(0, 12)) {
      selection.collapse(host.parentNode, 0)
      for (const unit of ['character', 'word', 'line', 'lineboundary']) {
        for (let step = 0; step < 12; step += 1) {
          selection.modify(step % 3 === 0 ? 'extend' : 'move', 'forward', unit)
          look(selection.anchorNode, 'selection.modify')
          look(selection.focusNode, 'selection.modify')
          texts.push(selection.toString())
        }
      }
    }
    selection.removeAllRanges()
  }
  const readWindow = (): void => {
    if (window.length > 0 || frames[0] !== undefined) finds.push(`window.length is ${window.length}`)
    look(document.activeElement, 'activeElement')
    look(document.fullscreenElement, 'fullscreenElement')
    for (const entry of performance.getEntries()) texts.push(JSON.stringify(entry), entry.name)
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) texts.push(String(sheet.href), ...[...sheet.cssRules].map(({ cssText }) => cssText))
    for (const name of Object.getOwnPropertyNames(window)) if (/regulars/i.test(name) && name !== '__spy') finds.push(`window.${name}`)
    for (const script of document.querySelectorAll('script,link,iframe,object,embed')) texts.push(script.outerHTML)
  }
  const search = (): void => {
    const find = (window as { find?: (text: string, isCase: boolean, isBackwards: boolean, wraps: boolean) => boolean }).find
    for (const secret of secrets) if (find?.(secret, false, false, true)) finds.push(`window.find: ${secret}`)
    getSelection()?.removeAllRanges()
  }
  const around = (texts: Iterable<string>): string[] => {
    const told = new Set<string>()
    const searched: string[] = []
    for (const secret of secrets) searched[searched.length] = secret.toLowerCase()
    for (const text of texts) {
      const lower = text.toLowerCase()
      for (const secret of searched) {
        const at = lower.indexOf(secret)
        if (at >= 0) told.add(text.slice(Math.max(0, at - 80), at + 120))
      }
    }
    return [...told]
  }
  for (const part of [readTrees, readHosts, readPoints, readSelection, readWindow, search]) part()
  // What the spy hears of all that.
  await new Promise((resolve) => { setTimeout(resolve) })
  return { told: around(new Set([...window.__spy.words, ...texts])), finds: [...new Set([...finds, ...window.__spy.finds])] }
}
