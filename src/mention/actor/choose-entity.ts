import type { PlainDate } from '../../base/plain-date.ts'
import { type Entity, type EntityName, roleAt } from './lexicon.ts'

/** Of several entities that share a name, the one whose office was held on the day; the last to leave it before else. */
export function chooseEntity(names: readonly EntityName[], day: PlainDate | null, country: string | null): Entity {
  let best: Entity | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (const { entity } of names) {
    const held = roleAt(entity, day)
    let score = held === null ? -2 : held.former ? -1 : 1
    if (held?.former && held.role.to) score += Number(held.role.to.slice(0, 4)) / 10_000
    if (country !== null && entity.country === country) score += 3
    if (score > bestScore) {
      bestScore = score
      best = entity
    }
  }
  return best as Entity
}
