import { useState } from 'preact/hooks'
import type { MarkColour, MarkRule } from '../../domain/mark-rules'
import { toMarkRules } from '../../domain/to-mark-rules'
import { Button } from '../../ui/button'
import { Select, TextArea, TextField } from '../../ui/field'
import { word, type WordName } from '../../ui/words'
import { TIER_WORDS } from './tier-preview'

const COLOUR_WORDS: Readonly<Record<MarkColour, WordName>> = {
  amber: 'optionsColourAmber',
  blue: 'optionsColourBlue',
  green: 'optionsColourGreen',
  red: 'optionsColourRed',
  violet: 'optionsColourViolet',
  grey: 'optionsColourGrey',
}

const ANY = 'any'
const EMPTY = { mark: '', colour: 'amber' as MarkColour, followers: '', tier: ANY, verified: ANY, lang: '', tag: '', handles: '' }

/** A new rule: what is left open does not matter for it. */
export function RuleForm({ colours, onAdd }: { readonly colours: readonly MarkColour[]; readonly onAdd: (rule: MarkRule) => void }) {
  const [typed, setTyped] = useState(EMPTY)
  const [failure, setFailure] = useState<string>()
  const set = (changed: Partial<typeof EMPTY>): void => setTyped({ ...typed, ...changed })
  const add = (event: Event): void => {
    event.preventDefault()
    const rule = ruleOf(typed)
    setFailure(rule ? undefined : word('rulesIncomplete'))
    if (!rule) return
    onAdd(rule)
    setTyped(EMPTY)
  }
  const tiers = [{ value: ANY, label: word('rulesAny') }, ...TIER_WORDS.slice(1).map((name, at) => ({ value: String(at + 1), label: word(name) }))]
  const checks = [{ value: ANY, label: word('rulesAny') }, { value: 'identified', label: word('influenceCheckIdentified') }, { value: 'paid', label: word('influenceCheckPaid') }]
  return (
    <form class="rule-form" onSubmit={add}>
      <TextField label={word('rulesMark')} value={typed.mark} maxLength={16} autoComplete="off" error={failure} onText={(mark) => set({ mark })} />
      <Select label={word('optionsTagColour')} value={typed.colour} options={colours.map((value) => ({ value, label: word(COLOUR_WORDS[value]) }))} onChoose={(colour) => set({ colour })} />
      <TextField label={word('rulesFollowers')} value={typed.followers} inputMode="numeric" autoComplete="off" onText={(followers) => set({ followers })} />
      <Select label={word('rulesTier')} value={typed.tier} options={tiers} onChoose={(tier) => set({ tier })} />
      <Select label={word('rulesVerified')} value={typed.verified} options={checks} onChoose={(verified) => set({ verified })} />
      <TextField label={word('rulesLang')} value={typed.lang} maxLength={12} autoComplete="off" onText={(lang) => set({ lang })} />
      <TextField label={word('rulesTag')} value={typed.tag} maxLength={40} autoComplete="off" onText={(tag) => set({ tag })} />
      <TextArea label={word('rulesHandles')} value={typed.handles} rows={2} onText={(handles) => set({ handles })} />
      <Button type="submit">{word('rulesAdd')}</Button>
    </form>
  )
}

/** The rule that was typed; undefined without a mark or without a single condition. */
function ruleOf({ mark, colour, followers, tier, verified, lang, tag, handles }: typeof EMPTY): MarkRule | undefined {
  const listed = handles.split(/[\s,;]+/).filter((handle) => handle !== '')
  const when = {
    followers: followers.trim() === '' ? undefined : Number(followers.replace(/[\s.,]/g, '')),
    tier: tier === ANY ? undefined : Number(tier),
    verified: verified === ANY ? undefined : verified,
    lang: lang.trim() === '' ? undefined : lang.trim(),
    tag,
    handles: listed.length > 0 ? listed : undefined,
  }
  const [rule] = toMarkRules([{ mark, colour, when }]) ?? []
  return rule && Object.values(rule.when).some((condition) => condition !== undefined) ? rule : undefined
}
