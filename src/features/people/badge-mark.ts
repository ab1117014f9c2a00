import type { MarkRule } from '../../domain/mark-rules'
import type { Face } from './badge-face'

/** The face with the word of the rule that holds for its author, before whatever else stands there. */
export function withMark(face: Face, rule: Pick<MarkRule, 'mark' | 'colour'> | undefined): Face {
  if (!rule || face.tone === 'warn') return face
  return { ...face, tone: 'known', label: `${face.label}, ${rule.mark}`, tag: face.tag === undefined ? rule.mark : `${rule.mark} · ${face.tag}`, colour: rule.colour }
}

/** The face with a score by numbers that are older than they should be; `old` says so. */
export function withOldScore(face: Face, old: string): Face {
  return { ...face, label: `${face.label}, ${old}`, score: `~${face.score}` }
}
