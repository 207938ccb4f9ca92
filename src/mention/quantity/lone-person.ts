import type { Amount } from './amount.ts'
import type { Passage } from './passage.ts'

/** Nouns for one person: "a man was killed" is a count of one. */
const PERSONS = new Set(
  'man woman boy girl child person protester protestor activist demonstrator student worker farmer miner soldier policeman policewoman officer journalist reporter teenager youth civilian militant rebel insurgent gunman suspect resident villager driver teacher lawyer priest monk guard prisoner inmate passenger tourist member leader politician lawmaker judge doctor nurse bystander pedestrian shopkeeper constable jawan peacekeeper blogger photographer trader fisherman pensioner'.split(
    ' ',
  ),
)
/** Words between the article and the noun. */
const MAX_ADJECTIVES = 2

/** "a man", "an opposition activist" at piece `at`, as an amount of one; null where no single person is named. */
export function lonePersonAt(passage: Passage, at: number): Amount | null {
  const article = passage.lower(at)
  if (article !== 'a' && article !== 'an') return null
  for (let i = at + 1; i <= at + 1 + MAX_ADJECTIVES; i++) {
    const piece = passage.pieces[i]
    if (piece?.kind !== 'word' || piece.gap !== 'blank') return null
    if (!PERSONS.has(piece.lower)) continue
    const next = passage.pieces[i + 1]
    // "a police officer's home", "a student union", "a worker-led"
    if (next && next.gap === 'none' && (next.form === '-' || "'\u2019".includes(next.form))) return null
    return {
      from: at,
      end: at + 1,
      core: at,
      low: 1,
      high: 1,
      qualifier: 'exact',
      cccLow: 1,
      countLove: 1,
      vague: null,
      bare: false,
      grouped: null,
      currency: null,
      fraction: false,
    }
  }
  return null
}
