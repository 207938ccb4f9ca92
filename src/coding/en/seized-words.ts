import { nounForms } from './inflect.ts'
import { NOUN_CLASSES } from './noun-classes.ts'

const anyOf = (nouns: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${nouns.flatMap((noun) => nounForms(noun)).join('|')})\\b`, 'iu')

/** Weapons and ammunition that are seized, in any number. */
export const SEIZED_WEAPONS: RegExp = anyOf((NOUN_CLASSES.weapon ?? '').split(/\s+/u))

/** Ground that changes hands when it is seized. */
export const SEIZED_GROUND: RegExp = anyOf(
  'control town village city territory district province area base camp outpost checkpoint crossing hill stronghold neighbourhood neighborhood region airport position'.split(
    ' ',
  ),
)
