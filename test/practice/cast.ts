import type { Verified } from './people.ts'

/** A hand-written person; what is missing is drawn by lot. */
export interface CastMember {
  readonly handle: string
  readonly name: string
  readonly bio: string
  readonly location: string
  readonly lang: string
  readonly followers: number
  readonly following: number
  readonly posts: number
  readonly verified: Verified
  readonly followsYou: boolean
  readonly joined: string
}

const member = (
  handle: string, name: string, bio: string, location: string, lang: string,
  [followers, following, posts]: readonly [number, number, number],
  verified: Verified, followsYou: boolean, joined: string,
): CastMember => ({ handle, name, bio, location, lang, followers, following, posts, verified, followsYou, joined })

/** The people who open the story. Number 0 is the brand that is logged in; number 15 advertises. */
export const CAST: readonly CastMember[] = [
  member('northwindair', 'Northwind Air', 'Flying you north, on time and kindly. Here 06:00 to 23:00 CET for anything about your trip.', 'Oslo', 'en', [184_213, 912, 48_120], 'business', false, '2011-03-14'),
  member('maralindq', 'Mara Lindqvist', 'Photographer of cold places. Window seat, always.', 'Stockholm', 'en', [12_480, 640, 5_311], 'none', true, '2014-06-02'),
  member('tobiokonkwo', 'Tobias Okonkwo', 'Bridge engineer. 140 flights a year, one suitcase (currently missing).', 'Rotterdam', 'en', [3_127, 411, 9_802], 'blue', true, '2012-11-20'),
  member('priyaflies', 'Priya Raghunath', 'I review seats so that you do not have to. Words in The Slow Traveller.', 'London', 'en', [86_450, 1_203, 22_940], 'blue', true, '2010-02-08'),
  member('callumreyes', 'Callum Reyes', 'Best man this Wednesday. Chef the rest of the week.', 'Glasgow', 'en', [418, 377, 1_964], 'none', false, '2018-09-30'),
  member('yukitanabe_', 'Yuki Tanabe 🌸', '翻訳者。空港のパンが好き。Translator, collector of boarding passes.', '札幌', 'ja', [2_906, 1_150, 14_377], 'none', true, '2013-04-17'),
  member('layoverpod', 'The Layover Podcast', 'Two former pilots and one nervous flyer talk about the sky. New episode every Friday.', 'Dublin', 'en', [41_038, 208, 6_120], 'blue', true, '2019-01-25'),
  member('hannekedw', 'Hanneke de Wit', 'Mother of three, master of hand luggage.', 'Utrecht', 'nl', [193, 260, 844], 'none', true, '2020-05-11'),
  member('ottobrandt7', 'Otto Brandt', 'Pendler zwischen Hamburg und Bergen. Meistens pünktlich.', 'Hamburg', 'de', [1_244, 530, 3_098], 'none', true, '2011-08-03'),
  member('leilahaddad_', 'ليلى حداد', 'مهندسة معمارية، أحب النوافذ الكبيرة والرحلات الليلية.', 'بيروت', 'ar', [9_870, 702, 4_415], 'blue', false, '2015-12-01'),
  member('gusferreira_', 'Gus Ferreira', 'Sunrises at 38,000 ft.', 'Porto', 'pt', [5_562, 312, 2_230], 'none', false, '2016-07-19'),
  member('inesnavarro', 'Inés Navarro ✈️', 'Profe de primaria. Viajo cuando hay puente.', 'Valencia', 'es', [877, 654, 3_760], 'none', true, '2017-03-28'),
  member('rosachter', 'Rosalind Achterberg', 'Consultant. I keep the receipts.', 'Antwerp', 'en', [27_310, 1_900, 31_005], 'blue', false, '2009-10-06'),
  member('devonpillai', 'Devon Pillai', 'Paediatric nurse. Night shifts and early flights.', 'Leeds', 'en', [642, 488, 2_711], 'none', true, '2019-08-14'),
  member('terminalwatch', 'Terminal Watch', 'Queues, delays and small kindnesses at northern airports.', 'Arlanda', 'en', [58_204, 91, 77_642], 'blue', false, '2013-02-22'),
  member('fernwehbags', 'Fernweh Luggage', 'Suitcases that come back.', 'Berlin', 'en', [15_903, 44, 1_208], 'business', false, '2021-04-09'),
]
