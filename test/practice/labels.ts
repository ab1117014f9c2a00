import type { Language } from './options.ts'

/** What X counts, in the order of its label. */
export type Counted = 'reply' | 'repost' | 'like' | 'bookmark' | 'view'

/** The words of one language: one number per label, in plain digits, as X writes them. */
export interface Labels {
  readonly counted: Readonly<Record<Counted, (n: number) => string>>
  /** What the button does, said after its number. */
  readonly action: Readonly<Record<Counted, string>>
  readonly done: { readonly liked: string, readonly bookmarked: string }
  readonly glue: string
  /** After the first name of several. */
  readonly andOthers: (n: number) => string
  readonly between: string
  readonly words: Readonly<Record<
    'more' | 'grok' | 'share' | 'verified' | 'reposted' | 'showMore' | 'follow' | 'following' | 'followers' | 'followsYou' | 'posts' | 'home' | 'explore' |
    'notifications' | 'chat' | 'lists' | 'profile' | 'post' | 'reply' | 'ask' | 'replyPrompt' | 'search' | 'whoToFollow' | 'ad' | 'quote' | 'joined' | 'timeline' |
    'liked' | 'repostedYours' | 'followedYou' | 'message' | 'forYou' | 'showPosts' | 'account' | 'replyingTo' | 'repost', string>>
}

const plural = (one: string, many: string) => (n: number): string => `${n} ${n === 1 ? one : many}`

const en: Labels = {
  counted: { reply: plural('reply', 'replies'), repost: plural('repost', 'reposts'), like: plural('like', 'likes'), bookmark: plural('bookmark', 'bookmarks'), view: plural('view', 'views') },
  action: { reply: 'Reply', repost: 'Repost', like: 'Like', bookmark: 'Bookmark', view: 'View post analytics' },
  done: { liked: 'Liked', bookmarked: 'Bookmarked' }, glue: '. ', andOthers: (n) => `and ${n} ${n === 1 ? 'other' : 'others'}`, between: ', ',
  words: {
    more: 'More', grok: 'Grok actions', share: 'Share post', verified: 'Verified account', reposted: 'reposted', showMore: 'Show more', follow: 'Follow', following: 'Following',
    followers: 'Followers', followsYou: 'Follows you', posts: 'Posts', home: 'Home', explore: 'Explore', notifications: 'Notifications', chat: 'Chat', lists: 'Lists', profile: 'Profile',
    post: 'Post', reply: 'Reply', ask: 'What’s happening?', replyPrompt: 'Post your reply', search: 'Search', whoToFollow: 'Who to follow', ad: 'Ad', quote: 'Quote', joined: 'Joined',
    timeline: 'Timeline', liked: 'liked your post', followedYou: 'followed you', repostedYours: 'reposted your post', message: 'Message', forYou: 'For you', showPosts: 'Show new posts', account: 'Account menu', replyingTo: 'Replying to', repost: 'Repost',
  },
}

const de: Labels = {
  counted: { reply: plural('Antwort', 'Antworten'), repost: plural('Repost', 'Reposts'), like: plural('„Gefällt mir“-Angabe', '„Gefällt mir“-Angaben'), bookmark: plural('Lesezeichen', 'Lesezeichen'), view: (n) => `${n} Mal angezeigt` },
  action: { reply: 'Antworten', repost: 'Reposten', like: 'Gefällt mir', bookmark: 'Lesezeichen', view: 'Post-Statistik ansehen' },
  done: { liked: 'Gefällt mir', bookmarked: 'Mit Lesezeichen' }, glue: '. ', andOthers: (n) => `und ${n} weitere`, between: ', ',
  words: {
    more: 'Mehr', grok: 'Grok-Aktionen', share: 'Post teilen', verified: 'Verifizierter Account', reposted: 'hat repostet', showMore: 'Mehr anzeigen', follow: 'Folgen', following: 'Folge ich',
    followers: 'Follower', followsYou: 'Folgt dir', posts: 'Posts', home: 'Startseite', explore: 'Entdecken', notifications: 'Mitteilungen', chat: 'Chat', lists: 'Listen', profile: 'Profil',
    post: 'Posten', reply: 'Antworten', ask: 'Was gibt’s Neues?', replyPrompt: 'Poste deine Antwort', search: 'Suchen', whoToFollow: 'Wem folgen?', ad: 'Anzeige', quote: 'Zitat', joined: 'Beigetreten',
    timeline: 'Timeline', liked: 'gefällt dein Post', followedYou: 'folgt dir jetzt', repostedYours: 'hat deinen Post repostet', message: 'Nachricht', forYou: 'Für dich', showPosts: 'Neue Posts anzeigen', account: 'Account-Menü', replyingTo: 'Antwort an', repost: 'Reposten',
  },
}

const es: Labels = {
  counted: { reply: plural('respuesta', 'respuestas'), repost: plural('repost', 'reposts'), like: (n) => `${n} Me gusta`, bookmark: plural('guardado', 'guardados'), view: plural('visualización', 'visualizaciones') },
  action: { reply: 'Responder', repost: 'Repostear', like: 'Me gusta', bookmark: 'Guardar', view: 'Ver estadísticas del post' },
  done: { liked: 'Te gusta', bookmarked: 'Guardado' }, glue: '. ', andOthers: (n) => `y ${n} más`, between: ', ',
  words: {
    more: 'Más opciones', grok: 'Acciones de Grok', share: 'Compartir post', verified: 'Cuenta verificada', reposted: 'reposteó', showMore: 'Mostrar más', follow: 'Seguir', following: 'Siguiendo',
    followers: 'Seguidores', followsYou: 'Te sigue', posts: 'Posts', home: 'Inicio', explore: 'Explorar', notifications: 'Notificaciones', chat: 'Chat', lists: 'Listas', profile: 'Perfil',
    post: 'Postear', reply: 'Responder', ask: '¿Qué está pasando?', replyPrompt: 'Postea tu respuesta', search: 'Buscar', whoToFollow: 'A quién seguir', ad: 'Anuncio', quote: 'Cita', joined: 'Se unió en',
    timeline: 'Cronología', liked: 'indicó que le gusta tu post', followedYou: 'te siguió', repostedYours: 'reposteó tu post', message: 'Mensaje', forYou: 'Para ti', showPosts: 'Mostrar posts nuevos', account: 'Menú de cuenta', replyingTo: 'En respuesta a', repost: 'Repostear',
  },
}

const arabic = (one: string, two: string, few: string, many: string) => (n: number): string => {
  const rest = n % 100
  return `${n} ${n === 1 ? one : n === 2 ? two : rest >= 3 && rest <= 10 ? few : many}`
}

const ar: Labels = {
  counted: { reply: arabic('رد', 'ردان', 'ردود', 'ردًا'), repost: arabic('إعادة نشر', 'إعادتا نشر', 'إعادات نشر', 'إعادة نشر'), like: arabic('إعجاب', 'إعجابان', 'إعجابات', 'إعجابًا'), bookmark: arabic('إشارة', 'إشارتان', 'إشارات', 'إشارة'), view: arabic('مشاهدة', 'مشاهدتان', 'مشاهدات', 'مشاهدة') },
  action: { reply: 'رد', repost: 'إعادة نشر', like: 'إعجاب', bookmark: 'حفظ', view: 'عرض إحصاءات المنشور' },
  done: { liked: 'أعجبك', bookmarked: 'محفوظ' }, glue: '. ', andOthers: (n) => `و${n} آخرون`, between: '، ',
  words: {
    more: 'المزيد', grok: 'إجراءات Grok', share: 'مشاركة المنشور', verified: 'حساب موثّق', reposted: 'أعاد النشر', showMore: 'عرض المزيد', follow: 'متابعة', following: 'أتابعه',
    followers: 'متابِعون', followsYou: 'يتابعك', posts: 'المنشورات', home: 'الرئيسية', explore: 'استكشاف', notifications: 'الإشعارات', chat: 'الدردشة', lists: 'القوائم', profile: 'الملف الشخصي',
    post: 'نشر', reply: 'رد', ask: 'ماذا يحدث؟', replyPrompt: 'انشر ردك', search: 'بحث', whoToFollow: 'اقتراحات المتابعة', ad: 'إعلان', quote: 'اقتباس', joined: 'انضم في',
    timeline: 'الخط الزمني', liked: 'أُعجب بمنشورك', followedYou: 'تابعك', repostedYours: 'أعاد نشر منشورك', message: 'رسالة', forYou: 'لك', showPosts: 'عرض منشورات جديدة', account: 'قائمة الحساب', replyingTo: 'ردًا على', repost: 'إعادة نشر',
  },
}

const ja: Labels = {
  counted: { reply: (n) => `${n}件の返信`, repost: (n) => `${n}件のリポスト`, like: (n) => `${n}件のいいね`, bookmark: (n) => `${n}件のブックマーク`, view: (n) => `${n}件の表示` },
  action: { reply: '返信する', repost: 'リポスト', like: 'いいね', bookmark: 'ブックマーク', view: 'アナリティクスを表示' },
  done: { liked: 'いいね済み', bookmarked: 'ブックマーク済み' }, glue: '。', andOthers: (n) => `、他${n}人`, between: '、',
  words: {
    more: 'もっと見る', grok: 'Grokのアクション', share: 'ポストを共有', verified: '認証済みアカウント', reposted: 'さんがリポスト', showMore: 'さらに表示', follow: 'フォロー', following: 'フォロー中',
    followers: 'フォロワー', followsYou: 'フォローされています', posts: 'ポスト', home: 'ホーム', explore: '話題を検索', notifications: '通知', chat: 'チャット', lists: 'リスト', profile: 'プロフィール',
    post: 'ポストする', reply: '返信', ask: 'いまどうしてる？', replyPrompt: '返信をポスト', search: '検索', whoToFollow: 'おすすめユーザー', ad: '広告', quote: '引用', joined: '登録日',
    timeline: 'タイムライン', liked: 'さんがあなたのポストをいいねしました', followedYou: 'さんにフォローされました', repostedYours: 'さんがあなたのポストをリポストしました', message: 'メッセージ', forYou: 'おすすめ', showPosts: '新しいポストを表示', account: 'アカウントメニュー', replyingTo: '返信先', repost: 'リポスト',
  },
}

/** Every language's words. */
export const LABELS: Readonly<Record<Language, Labels>> = { en, de, es, ar, ja }
