/**
 * Every piece of X's markup that the readers touch. X writes class names by hash and labels by language,
 * so only data-testid, role, href and time are used. "Proof" names a sample in x-samples, or how sure we are without one.
 */

/** One post, in a timeline, a thread, search, a modal or the photo viewer. Proof: all samples with posts. */
export const POST = '[data-testid="tweet"]'
/** A row such as "A and 3 others liked your post". Proof: X's client of July 2025; no page sample. */
export const NOTIFICATION = '[data-testid="notification"]'
/** An account in a list, the sidebar, a module inside a feed; button, div or li. Proof: follow-list, home-light. */
export const USER_CELL = '[data-testid="UserCell"]'
/** Name and handle at the head of a profile (not User-Name). Proof: profile-logged-in, profile-logged-out. */
export const PROFILE_NAME = '[data-testid="UserName"]'
/** The card that X shows over a hovered name; recycled between people. Proof: X's client of July 2025. */
export const HOVER_CARD = '[data-testid="HoverCard"]'
/** A conversation in the old messages list and its drawer. Proof: profile-logged-in, thread, follow-list. */
export const OLD_CONVERSATION = '[data-testid="conversation"]'
/** The link around the avatar in an old conversation; its href tells the handle, the avatar does not. Proof: as above. */
export const OLD_CONVERSATION_AVATAR = '[data-testid="DM_Conversation_Avatar"]'
/** A conversation, or a request for one, in the new chat: the id of both parties follows. Proof: third parties, 2026. */
export const CHAT_ITEM = '[data-testid^="dm-conversation-item-"],[data-testid^="dm-message-request-item-"]'
/** The head of the open chat. Proof: third parties, 2026. */
export const CHAT_HEADER = '[data-testid="dm-conversation-header"]'
/** The display name (not the handle) in that head. Proof: third parties, 2026. */
export const CHAT_NAME = '[data-testid="dm-conversation-username"]'

/** Before the handle in an avatar's data-testid; "unknown" follows where X has not resolved it. Proof: all samples. */
export const AVATAR_PREFIX = 'UserAvatar-Container-'
export const AVATAR = '[data-testid^="UserAvatar-Container-"]'

/** What ends a post's own content: the quoted post (a div with role=link), a link card, or the post itself. Proof: thread, home-light. */
export const INNER_BOUNDARY = `[role="link"]:not(a),[data-testid="card.wrapper"],${POST}`
/** The words of a post, or of one that it quotes. Proof: all samples with posts. */
export const POST_TEXT = '[data-testid="tweetText"]'
/** What holds a post's avatar; beside it stands the line that leads to the next post of a conversation. Proof: thread, profile-logged-in. */
export const POST_AVATAR = '[data-testid="Tweet-User-Avatar"]'
/** A heading between posts, such as that of "Discover more". Proof: home-light (the follow module). */
export const HEADING = 'h2,[role="heading"]'
/** A link card, which may hold avatars of its own. Proof: home-dark. */
export const CARD = '[data-testid="card.wrapper"]'
/** The link to a post's views, and the row whose label names every count. Proof: all samples with posts. */
export const ANALYTICS = 'a[href$="/analytics"]:not([data-testid])'
export const COUNTS = '[role="group"]:not([data-testid])'
/** The data-testid of what is inside a post. Proof: all samples with posts; socialContext in profile-logged-out ("Pinned" only). */
export const PART = {
  name: 'User-Name',
  context: 'socialContext',
  text: 'tweetText',
  repost: 'retweet',
  unrepost: 'unretweet',
  like: 'like',
  unlike: 'unlike',
} as const
/** The buttons of a post that are looked at where all its counts are asked for. Proof: all samples with posts. */
export const REPLY = '[data-testid="reply"]'
export const BOOKMARK = '[data-testid="bookmark"],[data-testid="removeBookmark"]'

/** Name and handle of a post's author, or of a quoted one's. Proof: all samples with posts. */
export const NAME = '[data-testid="User-Name"]'

/** A cell of a timeline, and what X wraps around paid content (and around much else). Proof: all samples; profile-logged-in for "much else". */
export const CELL = '[data-testid="cellInnerDiv"]'
export const TRACKING = '[data-testid="placementTracking"]'

/** Buttons whose data-testid begins with the numeric account id. Proof: -follow and -unfollow in follow-list; the rest: other extensions. */
export const FOLLOW_BUTTON = ['follow', 'unfollow', 'block', 'unblock', 'cancel']
  .map((verb) => `[data-testid$="-${verb}"]`)
  .join()

/** Facts about the profile as JSON-LD in the head. Proof: profile-logged-in, profile-logged-out. */
export const PROFILE_FACTS = 'script[type="application/ld+json"][data-testid="UserProfileSchema-test"]'
/** The links with the numbers of followers and followed, on a profile and a hover card. Proof: profile-logged-in, profile-logged-out. */
export const COUNT_LINKS = ['followers', 'verified_followers', 'following'].map((list) => `a[href$="/${list}"]`).join()
/** The viewer's own profile link, and the account switcher with the viewer's avatar. Proof: home-light, home-dark, thread. */
export const OWN_PROFILE_LINK = '[data-testid="AppTabBar_Profile_Link"]'
export const ACCOUNT_SWITCHER = '[data-testid="SideNav_AccountSwitcher_Button"]'
/** What X shows in the place of a page that does not exist or could not be loaded. Proof: third parties, 2026; no sample. */
export const FAILURE = '[data-testid="error-detail"]'
/** The main column, on every page. Proof: all whole-page samples. */
export const MAIN_COLUMN = '[data-testid="primaryColumn"]'

/** The data-testid of every unit in which a badge may belong, but for chat items. Proof: see each above. */
export const UNIT_NAMES: ReadonlySet<string> = new Set(['tweet', 'notification', 'UserCell', 'UserName', 'HoverCard', 'conversation', 'dm-conversation-header'])
/** What every name in the new chat begins with. */
export const CHAT = 'dm-'
/** Before the ids of both parties in a chat item's data-testid. */
export const CHAT_ITEM_NAMES = ['dm-conversation-item-', 'dm-message-request-item-'] as const
/** Everything that X gave a name: one attribute to match, which a browser finds in a tenth of the time that a list of selectors takes. */
export const NAMED = '[data-testid]'
