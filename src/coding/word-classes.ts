import { TYPES } from './codebook.ts'
import { NOUN_CLASSES, SENTENCE_CUES, UNIONS } from './en/noun-classes.ts'
import type { EventType } from './event-record.ts'
import type { TriggerLexicon } from './lexicon.ts'
import type { MentionIndex } from './mention-index.ts'
import type { Tree } from './tree.ts'

const SETS = new Map<string, ReadonlySet<string>>()
for (const [name, words] of Object.entries(NOUN_CLASSES)) SETS.set(name, new Set(words.split(/\s+/u)))
for (const [name, parts] of Object.entries(UNIONS)) {
  const union = new Set(SETS.get(name))
  for (const part of parts) for (const word of SETS.get(part) ?? []) union.add(word)
  SETS.set(name, union)
}
const CUES = new Map<string, ReadonlySet<string>>()
for (const [name, words] of Object.entries(SENTENCE_CUES)) CUES.set(name, new Set(words.split(/\s+/u)))

/** Classes that a name may belong to when nothing more is known of it. */
const NAME_CLASSES = new Set([
  'actor',
  'person',
  'people',
  'official',
  'authority',
  'police',
  'forces',
  'armed',
  'place',
  'org',
  'state',
  'protester',
  'worker',
  'building',
  'victim',
])
/** Classes that a name or pronoun belongs to only where something says so. */
const OFFICES = new Set(['police', 'authority', 'forces', 'armed', 'state'])
/** Classes that a personal pronoun may stand for. */
const PRONOUN_CLASSES = new Set([
  'actor',
  'person',
  'people',
  'official',
  'authority',
  'police',
  'forces',
  'armed',
  'protester',
  'worker',
  'state',
  'victim',
])
const PERSONAL = new Set('he she they we i who him them us her me you themselves himself'.split(' '))
const INDEFINITE = new Set('one nobody anybody everybody somebody anyone everyone someone none'.split(' '))
const INDEFINITE_CLASSES = new Set(['actor', 'person', 'people', 'victim'])
const NEUTRAL = new Set(['it', 'which', 'that'])
const NEUTRAL_CLASSES = new Set(['actor', 'authority', 'state', 'org', 'event', 'policy', 'doc', 'place', 'building'])
/** Nouns that head a phrase whose meaning lies in its `of`: "dozens of miners", "members of the union". */
const PARTITIVE = new Set(
  'dozen hundred thousand score number group member lot handful majority last remainder kg kilo kilogram tonne ton litre liter barrel gallon million some many most part rest half several percent total band crowd series couple pair few team leader supporter resident worker employee head wave string one all none two three four five six seven eight nine ten kind sort type'.split(
    ' ',
  ),
)
const SECTOR_CLASSES: Readonly<Record<string, readonly string[]>> = {
  COP: ['police', 'authority', 'person', 'people'],
  MIL: ['forces', 'armed', 'authority', 'person', 'people'],
  REB: ['armed', 'person', 'people', 'org'],
  UAF: ['armed', 'person', 'people'],
  PRM: ['armed', 'forces', 'person'],
  IMG: ['armed', 'org'],
  CRM: ['armed', 'person'],
  GOV: ['authority', 'official', 'state', 'person'],
  JUD: ['authority', 'official', 'person'],
  LEG: ['authority', 'official', 'person', 'org'],
  SPY: ['authority', 'police', 'org', 'person'],
  PTY: ['org', 'people', 'official', 'person'],
  OPP: ['people', 'org', 'person', 'official'],
  CVL: ['people', 'person'],
  LAB: ['worker', 'people', 'person', 'org'],
}
/** The look of a nationality or faith written with a capital. */
const NATIONALITY =
  /^\p{Lu}\p{Ll}{2,}(?:ian|ean|an|ese|ish|ic|aqi|ani|eni|ri|li|ch|kh|ek|yz|ss|ch|ttish|lim|ist|indu)$/u

const ACTION_QUADS = new Set(['material conflict'])

/** Every noun of the class lists: none of them is a name. */
const KNOWN_NOUNS = new Set([...SETS.values()].flatMap((set) => [...set]))

/** Classes that tell what a word stands for by the lexicon itself, or that any word may have. */
const OPEN_CLASSES = new Set([
  ...NAME_CLASSES,
  ...PRONOUN_CLASSES,
  ...NEUTRAL_CLASSES,
  'any',
  'conflict',
  'cooperation',
  'conflictnoun',
  'protest',
  'consult',
])

/**
 * Whether a word may belong to a class, as far as can be told without tree and mentions: false only if `WordClasses.is`
 * can never say so.
 */
export function mayBeOf(form: string, lemma: string, tag: string, name: string): boolean {
  if (OPEN_CLASSES.has(name)) return true
  if (name === 'quantity') return tag === 'NUM'
  if (/^(?:[$€£¥₹]|usd\d*|rs|tk)$/u.test(form)) return true
  const set = SETS.get(name)
  return set !== undefined && (set.has(lemma) || set.has(form))
}

/** Whether one of the words belongs to the named list of cues, but for the one at `except`. */
export function holdsCue(forms: readonly string[], name: string, except: number): boolean {
  const cues = CUES.get(name)
  return cues !== undefined && forms.some((form, i) => i !== except && cues.has(form))
}

/** Tells whether words belong to the classes that conditions name. One for each article. */
export class WordClasses {
  private readonly lexicon: TriggerLexicon
  private readonly index: MentionIndex

  constructor(lexicon: TriggerLexicon, index: MentionIndex) {
    this.lexicon = lexicon
    this.index = index
  }

  /** Like `is`, but a name or pronoun of which nothing else is known is no police and no authority. */
  isSurely(tree: Tree, i: number, name: string): boolean {
    if (!this.is(tree, i, name)) return false
    const tag = tree.upos[i]
    if (!OFFICES.has(name) || (tag !== 'PRON' && tag !== 'PROPN')) return true
    const set = SETS.get(name)
    if (set?.has(tree.lemma(i)) || set?.has(tree.form(i))) return true
    const token = tree.tokens[i]
    const sector = token === undefined ? undefined : this.index.actorAt(token)?.sector[0]
    return sector !== undefined && SECTOR_CLASSES[sector]?.includes(name) === true
  }

  /** Whether token `i`, a head of some role, is of the class. */
  is(tree: Tree, i: number, name: string, depth = 0): boolean {
    if (name === 'any') return true
    const form = tree.form(i)
    const lemma = tree.lemma(i)
    const tag = tree.upos[i]
    if (name === 'conflict') {
      const types = this.typesAt(tree, i)
      // "send", "arm": a word that helps as often as it threatens says neither.
      return types.some((type) => ACTION_QUADS.has(TYPES[type].quad) || type === 'THREATEN') && !types.includes('AID')
    }
    if (name === 'cooperation') return this.typesAt(tree, i).some((type) => TYPES[type].quad.endsWith('cooperation'))
    if (name === 'conflictnoun') return this.typesAt(tree, i).some((type) => ACTION_QUADS.has(TYPES[type].quad))
    if (name === 'protest' && this.typesAt(tree, i).includes('PROTEST')) return true
    if (name === 'consult' && this.typesAt(tree, i).includes('CONSULT')) return true
    if (name === 'event' && tag !== 'PROPN' && this.typesAt(tree, i).length > 0) return true
    if (name === 'quantity') return tag === 'NUM'
    if (/^(?:[$€£¥₹]|usd\d*|rs|tk)$/u.test(form)) return name === 'money' || name === 'aidgoods'
    const set = SETS.get(name)
    if (set?.has(lemma) || set?.has(form)) return true
    if (tag === 'PRON' && INDEFINITE.has(form)) return INDEFINITE_CLASSES.has(name)
    if (tag === 'PRON')
      return PERSONAL.has(form) ? PRONOUN_CLASSES.has(name) : NEUTRAL.has(form) && NEUTRAL_CLASSES.has(name)
    if (tag === 'NUM') return name === 'person' || name === 'people' || name === 'actor'
    const token = tree.tokens[i]
    if (token === undefined) return false
    const actor = this.index.actorAt(token)
    if (actor !== null) {
      if (name === 'actor') return true
      const sector = actor.sector[0]
      if (sector !== undefined && SECTOR_CLASSES[sector]?.includes(name)) return true
      if (actor.kind === 'person' && (name === 'person' || name === 'official')) return true
      // One named person is no workforce.
      if (actor.kind === 'person' && name === 'worker') return false
      if (actor.kind === 'group' && (name === 'people' || name === 'person')) return true
      if (actor.kind === 'organisation' && name === 'org') return true
    }
    const place = this.index.placeAt(token)
    if (place !== null) {
      if (name === 'place') return true
      if (
        place.type === 'country' &&
        (name === 'actor' || name === 'state' || name === 'authority' || name === 'official' || name === 'forces')
      )
        return true
      if (place.use === 'actor' && (name === 'actor' || name === 'authority' || name === 'state')) return true
    }
    if (tag === 'PROPN') return NAME_CLASSES.has(name)
    // "Palestinian riots": a nationality stands for its people.
    if (tag === 'ADJ' && NATIONALITY.test(token.form))
      return name === 'actor' || name === 'people' || name === 'person' || name === 'state'
    // A capital on an unknown noun is a name that the tagger missed; not in text without capitals or headlines.
    if (
      tag === 'NOUN' &&
      tree.sentence.kind === 'text' &&
      /^\p{Lu}\p{Ll}+$/u.test(token.form) &&
      !KNOWN_NOUNS.has(lemma) &&
      !tree.kids(i).some((kid) => tree.relation(kid) === 'det')
    )
      return NAME_CLASSES.has(name)
    if (depth < 2 && (PARTITIVE.has(lemma) || PARTITIVE.has(form)))
      for (const kid of tree.kids(i))
        if (tree.plain(kid) === 'nmod' && tree.caseOf(kid) === 'of') return this.is(tree, kid, name, depth + 1)
    if (depth < 2 && tag === 'ADJ' && (name === 'person' || name === 'people' || name === 'actor'))
      return tree.kids(i).some((kid) => tree.relation(kid) === 'det')
    return false
  }

  /** Whether the sentence holds a word of the named list of cues. */
  hasCue(tree: Tree, name: string, except = -1): boolean {
    const cues = CUES.get(name)
    if (cues === undefined) return false
    for (let i = 0; i < tree.length; i++) if (i !== except && cues.has(tree.form(i))) return true
    return false
  }

  /** Words of the sentence that belong to the named list of cues, each form once. */
  countCues(tree: Tree, name: string, except = -1): number {
    const cues = CUES.get(name)
    if (cues === undefined) return 0
    const found = new Set<string>()
    for (let i = 0; i < tree.length; i++) if (i !== except && cues.has(tree.form(i))) found.add(tree.form(i))
    return found.size
  }

  /** Types that the lexicon gives a single word, without looking at conditions. */
  typesAt(tree: Tree, i: number): EventType[] {
    const patterns = this.lexicon.byForm.get(tree.form(i)) ?? []
    const verb = tree.isVerb(i)
    const out: EventType[] = []
    for (const pattern of patterns) {
      const { pos } = pattern.entry
      if (pattern.words.some((word, at) => at !== pattern.anchor && word.kind === 'word' && word.content)) continue
      if (pos === 'v' && !verb && !(tree.isGerund(i) || tree.isParticiple(i))) continue
      if (pos === 'n' && verb) continue
      if (!out.includes(pattern.entry.type)) out.push(pattern.entry.type)
    }
    return out
  }
}
