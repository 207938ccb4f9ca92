import { SENTENCE_CUES } from './noun-classes.ts'

/** Lemmas that speak for someone. */
export const SUPPORTIVE: ReadonlySet<string> = new Set(
  `praise laud applaud commend hail welcome support back endorse thank congratulate admire respect appreciate trust defend
  friend friendly ally partner partnership cooperation success successful achievement progress great excellent good positive
  important strong stability peace solidarity confident confidence hope hopeful pleased glad proud grateful support improve
  strengthen deepen brother brotherly historic unwavering effective fair legitimate honest`.split(/\s+/u),
)

/** Lemmas and forms that speak against someone. */
export const CRITICAL: ReadonlySet<string> = new Set([
  ...`criticise criticize condemn denounce accuse blame regret deplore reject oppose warn threaten complain concern worry
  fear violate violation aggression attack failure fail bad poor weak corruption abuse crime hostile provoke provocation
  dangerous threat interference interfere repression oppress pressure lie deceive mistake problem harm damage undermine
  destabilise destabilize suffer discrimination injustice hypocrisy expansion occupation concerned disappointed angry
  outrage unhappy ignore neglect`.split(/\s+/u),
  ...(SENTENCE_CUES.negative ?? '').split(/\s+/u),
])

/** Lemmas that deny. */
export const DENYING: ReadonlySet<string> = new Set(['deny', 'refute', 'dismiss', 'disavow', 'rebut'])
