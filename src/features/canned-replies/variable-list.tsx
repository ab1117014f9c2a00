import { Button } from '../../ui/button'
import { isolated, word } from '../../ui/words'

const VARIABLES = ['{first|"there"}', '{handle}', '{?what:text}', '{|}'] as const

/** The pieces that most replies need, each with what it becomes; a press puts it at the end of the words. */
export function VariableList({ onTake }: { readonly onTake: (variable: string) => void }) {
  const meanings = [word('repliesFirstMeaning'), word('repliesHandleMeaning'), word('repliesPromptMeaning'), word('repliesStopMeaning')]
  return (
    <ul class="stack small variables">
      {VARIABLES.map((variable, index) => (
        <li key={variable} class="row">
          <Button aria-label={word('repliesTakeVariable', isolated(variable))} onClick={() => onTake(variable)}>
            <code>{variable}</code>
          </Button>
          <span class="quiet">{meanings[index]}</span>
        </li>
      ))}
      <li class="quiet">{word('repliesOwnMeaning')}</li>
      <li class="quiet">{word('repliesFieldMeaning')}</li>
    </ul>
  )
}
