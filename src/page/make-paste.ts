/** What Firefox gives a content script beyond the web's own words: the page's bare objects, and a way to hand over plain ones. */
interface FirefoxPage {
  readonly wrappedJSObject?: {
    readonly ClipboardEvent: typeof ClipboardEvent
    readonly DataTransfer: typeof DataTransfer
  }
}
declare function cloneInto<Plain extends object>(plain: Plain, target: Window): Plain & { readonly wrappedJSObject: Record<string, unknown> }

/**
 * A paste of plain text, as if by the user. The text is set on the event's OWN data: Firefox copies an empty one out of
 * the initialiser. Firefox's page also reads nothing from data of our world, so there it is made with the page's constructors.
 */
export function makePaste(text: string, view: Window & typeof globalThis): ClipboardEvent {
  const page = (view as FirefoxPage).wrappedJSObject
  const paste = page === undefined ? ownPaste(view) : pagePaste(page, view)
  paste.clipboardData?.setData('text/plain', text)
  return paste
}

function ownPaste(view: typeof globalThis): ClipboardEvent {
  return new view.ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData: new view.DataTransfer() })
}

function pagePaste(page: NonNullable<FirefoxPage['wrappedJSObject']>, view: Window): ClipboardEvent {
  const init = cloneInto({ bubbles: true, cancelable: true, composed: true }, view)
  init.wrappedJSObject.clipboardData = new page.DataTransfer()
  return new page.ClipboardEvent('paste', init)
}
