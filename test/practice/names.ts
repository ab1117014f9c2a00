/** First names, family names and little marks from which display names of the crowd are put together. */
export const FIRST_NAMES = [
  'Ada', 'Bram', 'Chidi', 'Dilara', 'Elif', 'Finn', 'Greta', 'Hugo', 'Imani', 'Joost', 'Kaya', 'Lena', 'Milo', 'Nadia', 'Omar', 'Pia',
  'Quinn', 'Rafa', 'Sanne', 'Tariq', 'Uma', 'Viggo', 'Wanda', 'Xenia', 'Yara', 'Zeno', 'Amara', 'Benoit', 'Celia', 'Dario', 'Esme', 'Farid',
] as const

export const FAMILY_NAMES = [
  'Aalto', 'Berg', 'Costa', 'Dahl', 'Eze', 'Falk', 'Grau', 'Holm', 'Ito', 'Jansen', 'Kowal', 'Lund', 'Moreau', 'Ngata', 'Oduya', 'Pires',
  'Quist', 'Rossi', 'Sato', 'Thorne', 'Ueda', 'Vega', 'Weiss', 'Yilmaz', 'Zhou', 'Adeyemi', 'Brandvold', 'Cisse', 'Duarte', 'Engel',
] as const

/** Names written in other scripts, with a Latin stem for the handle. */
export const OTHER_SCRIPTS = [
  ['田中 結衣', 'yui', 'ja'], ['佐藤 健', 'ken', 'ja'], ['مريم العلي', 'maryam', 'ar'], ['يوسف حداد', 'yusuf', 'ar'],
  ['נועה לוי', 'noa', 'he'], ['김하늘', 'haneul', 'ko'], ['Ольга Зимина', 'olga', 'ru'], ['林小雨', 'xiaoyu', 'zh'], ['Ελένη Παππά', 'eleni', 'el'],
] as const

export const MARKS = ['🌿', '🚲', '✨', '🐕', '☕', '🏔️', '🎧', '📚', '🌊', '🦊'] as const

export const PLACES = ['Bergen', 'Lyon', 'Gdańsk', 'Lagos', 'Kyoto', 'Tromsø', 'Girona', 'Leeds', 'Tallinn', 'Porto', 'Izmir', 'Bristol'] as const

export const BIOS = [
  'Here for the trains, stayed for the planes.', 'Product person. Opinions are my own, receipts are my employer’s.', 'Dog first, everything else second.',
  'Writing software near the sea.', 'Slow mornings, fast connections.', 'Teacher, runner, reluctant frequent flyer.', 'I take photos of airport carpets.',
  'Nurse by night, gardener by day.', 'Ask me about tandems.', 'Mostly weather.', '', 'Retired and never at home.', 'Coffee, code, cold water swimming.',
] as const
