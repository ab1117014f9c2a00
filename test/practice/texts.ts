/** What people say to and about an airline, by language. `{flight}`, `{place}` and `{code}` are filled in. */
export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    '@northwindair any news on {flight}? The board says delayed, the app says boarding and the crew is having coffee.',
    'Boarded {flight}, sat down, got a smile and a hot towel. Small things, @northwindair, but I notice them.',
    '@northwindair my bag did not make it to {place}. Reference {code}. Who do I talk to?',
    'Rebooked in four minutes by a human being at @northwindair after the storm. Four! I have waited longer for toast.',
    '@northwindair can I still add a pram to booking {code}? The website says no, the phone says maybe.',
    'The queue at {place} is out of the door again.',
    '@northwindair two hours on hold. The music is lovely. I would still rather have an answer.',
    'Sunrise over {place} from seat 14A. I did nothing to deserve this.',
    'Does anybody know whether @northwindair lets you bring skis as the second bag? Asking for a very heavy friend.',
    '@northwindair refund for {code} promised within 7 days. Today is day 19. I am a patient woman, but I can count.',
    'Shoutout to the ground staff in {place} who ran, actually ran, with my son’s inhaler to the gate.',
    'Window blinds up for landing is the best rule in aviation.',
    '@northwindair your captain on {flight} explained the turbulence so well that the whole cabin relaxed. Give that voice a raise.',
    'Flight {flight} cancelled, hotel sorted, dinner voucher in hand. Annoyed, but they did everything right.',
    'Why is it always gate 58?',
    '@northwindair the new app logs me out every time I open my boarding pass. Android, latest version. Happy to send a recording.',
    'Third trip this month and the same steward remembered that I take my tea black.',
    'If you are flying via {place} today: take a book, take water, take a deep breath.',
    '@northwindair your seat map showed a window. I got a wall. A nice wall, but still.',
    'I will say it: airport bread is underrated.',
    'Thank you @northwindair for holding {flight} for eleven of us who were running from the other end of {place}. You could have left. You waited.',
  ],
  de: [
    '@northwindair Mein Koffer ist seit Dienstag in {place}. Nummer {code}. Könnt ihr bitte nachsehen?',
    'Danke an die Crew von {flight}, so ruhig bin ich noch nie durch ein Gewitter geflogen.',
    '@northwindair Umbuchung in der App geht nicht, am Telefon ist besetzt. Gibt es noch einen dritten Weg?',
  ],
  es: [
    '@northwindair llevo tres horas en {place} y nadie sabe nada del vuelo {flight}.',
    'Qué gusto volar así: puntuales, amables y con ventanilla. Gracias, @northwindair.',
  ],
  ja: ['{place}行きの便、30分遅れ。でもスタッフの対応がとても丁寧だった。', '@northwindair 予約番号 {code} の座席変更をお願いできますか。'],
  ar: ['@northwindair حقيبتي لم تصل إلى {place} منذ يومين. الرقم المرجعي {code}', 'شكرًا لطاقم الرحلة {flight} على اللطف والصبر.'],
}

/** What others write under a post. */
export const REPLY_TEXTS = [
  'The same happened to me in {place}. They called back after two days and were very kind about it.',
  'Send them your reference in a direct message, that worked for us.',
  'This made my morning.',
  'Which gate was that? I am on {flight} tomorrow and would like to be prepared.',
  'Sorry to hear it. Fingers crossed for you!',
  'They always find a way. Third time I have seen it this year.',
  'Was this in {place}? The team there is lovely.',
  'Following this, I have the same question.',
  'I wish every airline read what people write to it.',
  'Keep your receipts, you are owed more than a voucher.',
] as const

/** What the brand itself says. */
export const BRAND_TEXTS = [
  'Good morning from Oslo. All flights are on time and the sea is flat.',
  'Snow in Bergen until noon: please allow an extra half hour. If your connection is tight, write to us and we will look at it with you.',
  'From May we fly to Keflavík every day. Window seats on the left for the glacier.',
  'We are back at our desks from 06:00 to 23:00 CET. Your booking code in a direct message is the fastest way to an answer.',
  'Lost something on board? Our cupboard of found things currently holds eleven scarves, one ukulele and a very patient teddy bear.',
  'Thank you for 180,000 people in this small corner of the sky.',
] as const

/** Follow-on sentences that make some posts long enough for "Show more". */
export const LONG_TAIL = [
  'Here is the whole story, because I promised the lady at the counter that I would tell it properly.',
  'We arrived three hours early, since the email said so. The desk opened ninety minutes before departure.',
  'Nobody was rude and nobody was lying, they simply did not have the same information as the screen above their heads.',
  'In the end a man in a yellow vest drew the way to the other terminal on the back of my boarding pass, and we made it with four minutes to spare.',
  'So this is a complaint about the system and a thank-you letter to the man in the yellow vest.',
] as const

export const CITIES = ['Oslo', 'Bergen', 'Lisbon', 'Gdańsk', 'Keflavík', 'Billund', 'Aberdeen', 'Tallinn', 'Riga', 'Geneva'] as const
