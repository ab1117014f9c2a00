/** A hand-written opening post; authors, reposters and quotes are places in the cast and in this list. */
export interface StoryPost {
  readonly author: number
  readonly text: string
  readonly lang: string
  readonly minutesAgo: number
  /** replies, reposts, likes, bookmarks, views */
  readonly counts: readonly [number, number, number, number, number]
  readonly repostedBy?: number
  readonly quote?: number
  readonly promoted?: true
  readonly picture?: true
}

/** The first posts of the home timeline: what a visitor of the README sees. */
export const STORY_POSTS: readonly StoryPost[] = [
  { author: 1, lang: 'en', minutesAgo: 4, counts: [6, 11, 214, 9, 8_412], text: 'Huge thank you to the crew of NW218 last night, @northwindair. My daughter was terrified of the turbulence and Jonas sat down beside her until it was over. That is how you keep a customer for life.' },
  { author: 2, lang: 'en', minutesAgo: 12, counts: [14, 3, 41, 0, 2_977], text: '@northwindair day three and my suitcase is still in Lisbon. The tracker has said “in transit” since Monday. Reference NWLX47301. Could somebody please have a look?' },
  { author: 3, lang: 'en', minutesAgo: 38, counts: [72, 164, 1_903, 231, 96_540], picture: true, text: 'First look at the new Northwind cabin. The windows are huge, the legroom is real and the coffee is, finally, coffee. Full review on Sunday.' },
  { author: 4, lang: 'en', minutesAgo: 47, counts: [2, 0, 5, 0, 318], text: 'Hey @northwindair, my connection in Oslo was cancelled and the app only offers Thursday. The wedding is on Wednesday and I am the best man. Any seat via Copenhagen?' },
  { author: 15, lang: 'en', minutesAgo: 600, counts: [3, 8, 96, 12, 410_226], promoted: true, picture: true, text: 'A suitcase should outlive the trip. Ours come with a repair for life and a wheel that does not squeak.' },
  { author: 5, lang: 'en', minutesAgo: 66, counts: [1, 4, 58, 2, 1_620], quote: 6, text: 'Missed my stop because of the fox. Worth it. 🦊' },
  { author: 6, lang: 'en', minutesAgo: 190, counts: [31, 87, 640, 118, 38_204], repostedBy: 7, text: 'New episode: why a fox closed a runway for two hours, and what the tower said to it. With a guest from the night shift at Arlanda.' },
  { author: 8, lang: 'de', minutesAgo: 125, counts: [4, 1, 22, 0, 903], text: '@northwindair Anschluss in Bergen verpasst, weil NW604 auf den Enteiser warten musste. Die Dame am Schalter hat mich in vier Minuten umgebucht. Respekt!' },
  { author: 9, lang: 'ar', minutesAgo: 141, counts: [9, 17, 302, 20, 15_118], text: 'أجمل ما في الرحلات الليلية: المدينة كلها أضواء، والمقصورة صامتة. شكرًا @northwindair على مقعد النافذة.' },
  { author: 10, lang: '', minutesAgo: 155, counts: [5, 26, 417, 33, 12_070], picture: true, text: '' },
  { author: 11, lang: 'es', minutesAgo: 171, counts: [3, 0, 12, 0, 544], text: '@northwindair viajo con 24 alumnos a Bergen en mayo. ¿Hay tarifa de grupo o lo pido por formulario? ¡Gracias! ✈️' },
  { author: 12, lang: 'en', minutesAgo: 224, counts: [48, 19, 133, 15, 27_655], text: 'Dear @northwindair, a short history of booking NWQ88112. In March you cancelled my flight and offered a voucher. In April the voucher did not work on the website. In May a colleague of yours kindly turned it into a refund “within seven days”. It is November.\n\nI have the emails, the names and the reference numbers, and nobody was ever rude to me, which is almost the saddest part. I would like my 412 euros, and I would like somebody to tell me what went wrong, so that it does not happen to the next person.' },
  { author: 13, lang: 'en', minutesAgo: 251, counts: [0, 2, 87, 1, 1_842], text: 'Night shift, 6 am flight, and the @northwindair gate agent moved me to an empty row so I could sleep. I did not even ask. 🧡' },
  { author: 14, lang: 'en', minutesAgo: 263, counts: [12, 33, 148, 7, 22_391], text: 'Arlanda, 11:40: security 35 minutes, passport control 10, cinnamon buns none left.' },
  { author: 5, lang: 'ja', minutesAgo: 268, counts: [1, 2, 64, 0, 1_377], text: '@northwindair 札幌への乗り継ぎで助けてくれたスタッフさん、ありがとうございました。' },
]
