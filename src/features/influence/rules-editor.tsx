import { MARK_COLOURS, type MarkConditions, type MarkRule } from '../../domain/mark-rules'
import { Button } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { TagChip } from '../../ui/tag-chip'
import { isolated, listed, plural, wholeOf, word } from '../../ui/words'
import type { OwnPerson } from './own-people'
import { RuleForm } from './rule-form'
import { TIER_WORDS } from './tier-preview'

/** The rules in their order, and whom each of them marks. */
export interface RulesEditorProps {
  readonly rules: readonly MarkRule[]
  readonly marked: ReadonlyMap<MarkRule, readonly OwnPerson[]>
  readonly onChange: (rules: readonly MarkRule[]) => void
}

const MOST_NAMED = 5

/** Adds, removes and reorders rules; the first that holds counts. */
export function RulesEditor({ rules, marked, onChange }: RulesEditorProps) {
  return (
    <div class="stack">
      <ol class="mark-rules">
        {rules.map((rule, at) => (
          <li key={at} class="row">
            <TagChip name={rule.mark} colour={rule.colour} />
            <span class="small">
              {conditionsOf(rule.when)}
              <span class="quiet"> {matchesOf(marked.get(rule) ?? [])}</span>
            </span>
            <span class="row-end">
              <Step label={word('rulesUp', isolated(rule.mark))} mark="↑" off={at === 0} onStep={() => onChange(exchanged(rules, at - 1))} />
              <Step label={word('rulesDown', isolated(rule.mark))} mark="↓" off={at === rules.length - 1} onStep={() => onChange(exchanged(rules, at))} />
              <Button kind="icon" aria-label={word('rulesRemove', isolated(rule.mark))} title={word('rulesRemove', isolated(rule.mark))} onClick={() => onChange(rules.filter((other) => other !== rule))}>
                <CloseIcon />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <RuleForm colours={MARK_COLOURS} onAdd={(rule) => onChange([...rules, rule])} />
    </div>
  )
}

function Step({ label, mark, off, onStep }: { readonly label: string; readonly mark: string; readonly off: boolean; readonly onStep: () => void }) {
  return (
    <Button kind="icon" aria-label={label} title={label} aria-disabled={off} onClick={() => off || onStep()}>
      {mark}
    </Button>
  )
}

function conditionsOf({ followers, tier, verified, lang, tag, handles }: MarkConditions): string {
  return listed([
    ...(followers === undefined ? [] : [word('ruleFollowers', wholeOf(followers))]),
    ...(tier === undefined ? [] : [word('ruleTier', word(TIER_WORDS[tier]!))]),
    ...(verified === undefined ? [] : [word(verified === 'paid' ? 'influenceCheckPaid' : 'influenceCheckIdentified')]),
    ...(lang === undefined ? [] : [word('ruleLang', isolated(lang))]),
    ...(tag === undefined ? [] : [word('ruleTag', isolated(tag))]),
    ...(handles === undefined ? [] : [plural('ruleListed', handles.length)]),
  ])
}

function matchesOf(people: readonly OwnPerson[]): string {
  if (people.length === 0) return word('rulesMatchNobody')
  const named = people.slice(0, MOST_NAMED).map(({ name, handle }) => isolated(name ?? `@${handle}`))
  const more = people.length - named.length
  return word('rulesMatch', listed(more > 0 ? [...named, plural('rulesMore', more)] : named))
}

/** The list with one item and its next exchanged. */
function exchanged(rules: readonly MarkRule[], at: number): readonly MarkRule[] {
  const [one, other] = [rules[at], rules[at + 1]]
  return one && other ? rules.with(at, other).with(at + 1, one) : rules
}
