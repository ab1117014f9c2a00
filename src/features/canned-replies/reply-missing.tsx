import { isolated, listed, word } from '../../ui/words'
import type { PreparedReply } from './prepare-reply'
import { sayGap, sayGateFault, sayGuard } from './reply-words'
import type { Gap } from './template/gap'

/** What the place of a reply is called, for whoever fills it. */
export function placeName(name: string): string {
  if (name === 'first') return word('repliesFirstName')
  return name === 'handle' ? word('repliesHandle') : name
}

/** Whether something can be typed for it; the rest only the author of the reply can mend. */
export function canBeTyped({ kind }: Gap): boolean {
  return kind === 'variable' || kind === 'prompt' || kind === 'selection' || kind === 'clipboard'
}

/** What a reply needs before it can be inserted, as a short line; undefined where nothing is missing. */
export function missingLine({ gaps, faults, guards }: PreparedReply): string | undefined {
  const broken = gaps.find((gap) => !canBeTyped(gap))
  if (broken) return sayGap(broken)
  if (gaps.length > 0) return word('repliesNeeds', listed(gaps.map(({ name }) => isolated(placeName(name)))))
  const guard = guards.find(({ severity }) => severity !== 'note')
  return faults[0] ? sayGateFault(faults[0]) : guard && sayGuard(guard)
}
