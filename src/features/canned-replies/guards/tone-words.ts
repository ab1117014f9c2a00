/** What sounds like a form letter, by language: words of lawyers and offices, and the apology that doubts whether anything happened. */
export const TONE_WORDS = {
  en: {
    legalese: [
      'pursuant to', 'in accordance with', 'herein', 'hereby', 'heretofore', 'aforementioned', 'notwithstanding', 'as per', 'per our policy', 'terms and conditions', 'please be advised', 'kindly be informed',
      'at your earliest convenience', 'we are not liable', 'without prejudice', 'valued customer', 'your call is important', 'due to unforeseen circumstances', 'we regret to inform you', 'your request has been forwarded',
      'escalate this to the relevant', 'relevant department',
    ],
    inconvenience: ['any inconvenience', 'the inconvenience', 'inconvenience caused', 'if you feel', 'sorry you feel', 'sorry if', 'apologise if', 'apologize if'],
  },
  de: {
    legalese: [
      'gemäß', 'hiermit', 'diesbezüglich', 'seitens', 'im Sinne von', 'unbeschadet', 'allgemeinen Geschäftsbedingungen', 'unsere AGB', 'unserer AGB', 'zur Kenntnis nehmen', 'zur Kenntnisnahme', 'bitten wir höflichst',
      'sehr geehrter Kunde', 'sehr geehrte Kundin', 'werter Kunde', 'die zuständige Abteilung', 'an die zuständige', 'wurde weitergeleitet', 'aufgrund unvorhersehbarer Umstände', 'keine Haftung', 'zu unserer Entlastung',
    ],
    inconvenience: ['etwaige Unannehmlichkeiten', 'entstandene Unannehmlichkeiten', 'entstandenen Unannehmlichkeiten', 'die Unannehmlichkeiten', 'Unannehmlichkeiten', 'falls Sie sich', 'sollten Sie sich', 'bedauern, dass Sie den Eindruck'],
  },
  es: {
    legalese: [
      'de conformidad con', 'conforme a lo', 'en virtud de', 'por la presente', 'a tenor de', 'sin perjuicio de', 'términos y condiciones', 'le informamos que', 'le comunicamos que', 'a la mayor brevedad', 'estimado cliente',
      'estimada clienta', 'su solicitud ha sido', 'departamento correspondiente', 'circunstancias ajenas a nuestra voluntad', 'no nos hacemos responsables', 'según nuestra política',
    ],
    inconvenience: ['cualquier inconveniente', 'los inconvenientes', 'las molestias ocasionadas', 'las molestias causadas', 'cualquier molestia', 'disculpe las molestias', 'disculpen las molestias', 'si se ha sentido'],
  },
} as const satisfies Readonly<Record<string, { readonly legalese: readonly string[]; readonly inconvenience: readonly string[] }>>

/** The languages in which tone can be looked at. */
export type ToneLanguage = keyof typeof TONE_WORDS
