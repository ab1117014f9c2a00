/** The editable of each post, reply and thread row: Draft.js, numbered from 0. Proof: home-light, home-dark; X's client of July 2025. */
export const POST_EDITOR = '[data-testid^="tweetTextarea_"][contenteditable="true"]'
/** The editable of the old messages page and drawer: Draft.js. Proof: X's client of July 2025. */
const OLD_MESSAGE_EDITOR = '[data-testid="dmComposerTextInput"][contenteditable="true"]'
/** The text field of the new chat. Proof: third parties, 2026. */
const CHAT_FIELD = 'textarea[data-testid="dm-composer-textarea"]'

/** Every place to write a public or a private message in; X's search field is none. */
export const COMPOSER = [POST_EDITOR, OLD_MESSAGE_EDITOR, CHAT_FIELD].join()
/** The buttons that send a post: in a window, and on the page. Proof: home-light; X's client of July 2025. */
export const SEND_BUTTON = '[data-testid="tweetButton"],[data-testid="tweetButtonInline"]'
/** The button that sends a private message; there while there are words. Proof: third parties, 2026. */
export const CHAT_SEND_BUTTON = '[data-testid="dm-composer-send-button"]'
/** Those whose words only the other party sees. */
export const PRIVATE_COMPOSER = [OLD_MESSAGE_EDITOR, CHAT_FIELD].join()
/** One line of a Draft.js editor. Proof: Draft.js 0.11. */
export const EDITOR_LINE = '[data-block="true"]'
/** A window over the page, such as the one in which replies are written. Proof: X's client of July 2025. */
export const MODAL = '[role="dialog"]'
