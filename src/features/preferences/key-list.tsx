import { word, type WordName } from '../../ui/words'

/** Keys pressed one after the other stand in one list; those pressed together are joined by +. */
type Line = readonly [keys: string, does: WordName]

/** Every key that Regulars listens to, by where. Names of keys are those on the keyboard. */
const KEYS: readonly { readonly where: WordName; readonly lines: readonly Line[] }[] = [
  {
    where: 'keysOnX',
    lines: [
      ['Alt+Q', 'keysBadge'],
      ['Enter', 'keysOpenCard'],
    ],
  },
  {
    where: 'keysInCard',
    lines: [
      ['Tab', 'keysNext'],
      ['Ctrl+Enter', 'keysSaveNote'],
      ['Esc', 'keysCloseCard'],
    ],
  },
  {
    where: 'keysAtComposer',
    lines: [
      ['/', 'keysPicker'],
      ['↑ ↓', 'keysChoose'],
      ['Enter', 'keysInsert'],
      ['Esc', 'keysLeave'],
      ['Tab', 'keysTrigger'],
      ['Backspace', 'keysUndoExpansion'],
      ['Tab', 'keysStep'],
    ],
  },
  {
    where: 'keysInPopup',
    lines: [
      ['Enter', 'keysSaveNote'],
      ['Shift+Enter', 'keysNewLine'],
    ],
  },
]

/** The cheat-sheet. */
export function KeyList() {
  return (
    <>
      {KEYS.map(({ where, lines }) => (
        <section class="section" key={where} aria-labelledby={where}>
          <h2 id={where}>{word(where)}</h2>
          <dl class="keys">
            {lines.map(([keys, does]) => (
              <div key={does}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{word(does)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
