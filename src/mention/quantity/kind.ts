import type { Amount } from './amount.ts'
import { BE, befell, CLOSERS, fateAfter, fateBefore, fateOf } from './fate.ts'
import { matchAt, type PeopleKind, type QuantityLexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'

export type QuantityKind = PeopleKind | 'money' | 'percent' | 'other'

/** What an amount counts: its kind, where its phrase ends, and the unit or noun it stands with. */
export interface Counted {
  readonly kind: QuantityKind
  readonly end: number
  readonly unit: string | null
  /** The phrase may reach further left than the amount ("a crowd of 400"). */
  readonly from?: number
}

/** Words of a noun phrase that may stand between an amount and its noun. */
const NOUN_WINDOW = 6

/** Nouns that make the people noun before them a mere modifier: "300 police stations". */
const OF_PEOPLE = new Set(
  'station stations car cars vehicle vehicles van vans post posts house houses home homes camp camps group groups organization organizations organisation organisations union unions party parties club clubs school schools hospital hospitals office offices tent tents shop shops seats jobs votes deaths rights hours days years ships boats trucks buses bases units checkpoints dormitories lives leaflets'.split(
    ' ',
  ),
)

/** Decides what an amount counts; null where it counts nothing that is kept (an age, a score, a length). */
export function countedBy(
  passage: Passage,
  amount: Amount,
  lexicon: QuantityLexicon,
  previous: number,
  next: number,
): Counted | null {
  const { pieces } = passage
  const limit = Math.min(passage.sentenceEnd(amount.core), next)
  if (amount.currency) {
    const name = matchAt(pieces, amount.end, lexicon.currencies)
    return { kind: 'money', end: name && name.value === amount.currency ? name.end : amount.end, unit: amount.currency }
  }
  const after = passage.skipDash(amount.end)
  const percent = matchAt(pieces, after, lexicon.percent)
  if (percent) return { kind: 'percent', end: percent.end, unit: '%' }
  const of = /^(?:of|in)$/u.test(passage.lower(after)) && amount.vague ? after + 1 : after
  const currency = of < limit || of === after ? matchAt(pieces, of, lexicon.currencies) : null
  if (currency && pieces[of]?.gap !== 'paragraph' && !(passage.lower(of) === 'pounds' && amount.bare))
    return { kind: 'money', end: currency.end, unit: currency.value }

  const strong = passage.lower(after)
  // "25-летний", "25 жастағы", "25岁": an age.
  if (/^(?:лет|жас|岁|歲)/u.test(strong)) return null
  if (
    after > amount.end &&
    (strong === 'strong' || strong === 'member' || strong === 'man' || strong === 'person' || strong === 'woman')
  ) {
    const group = lexicon.crowds.has(passage.lower(after + 1)) ? after + 2 : after + 1
    return { kind: befell(passage, amount, group, limit, previous, lexicon) ?? 'people', end: group, unit: 'people' }
  }
  if (amount.low === 0 && amount.high === 0) return noneOf(passage, amount, limit, lexicon)
  const noun = nounAfter(passage, amount, after, limit, lexicon)
  if (noun === 'measure') return null
  if (noun) {
    const kind = noun.own ?? befell(passage, amount, noun.end, limit, previous, lexicon)
    return { kind: kind ?? 'people', end: noun.end, unit: 'people' }
  }
  if (amount.vague?.people) {
    const kind = befell(passage, amount, amount.end, limit, previous, lexicon)
    return { kind: kind ?? 'people', end: amount.end, unit: 'people' }
  }
  const crowd = crowdBefore(passage, amount, previous, lexicon)
  if (crowd !== null)
    return {
      kind: befell(passage, amount, amount.end, limit, previous, lexicon) ?? 'people',
      end: amount.end,
      unit: 'people',
      from: crowd,
    }
  const fate = looseFate(passage, amount, limit, previous, lexicon) ?? tollOf(passage, amount, limit, previous, lexicon)
  if (fate) return fate
  if (standsForPeople(passage, amount, limit, lexicon))
    return {
      kind: befell(passage, amount, amount.end, limit, previous, lexicon) ?? 'people',
      end: amount.end,
      unit: 'people',
    }
  return otherNoun(passage, amount, after, limit, lexicon)
}

/** What crowds do: after these a number without a noun is a number of people. */
const CROWD_VERBS = new Set(
  'gathered gather marched march protested protest rallied rally demonstrated demonstrate assembled flocked poured turned took attended joined chanted demanded blocked stormed fled converged packed thronged queued walked picketed signed camped crowded massed held'.split(
    ' ',
  ),
)

/** "Hundreds were held", "thousands took to the streets", "Some 300 marched": a number that stands for people itself. */
function standsForPeople(passage: Passage, amount: Amount, limit: number, lexicon: QuantityLexicon): boolean {
  if (lexicon.language !== 'en' || amount.fraction || amount.end >= limit) return false
  let i = amount.end
  if (/^(?:more|others)$/u.test(passage.lower(i))) i++
  const word = passage.lower(i)
  const large = amount.vague !== null && !amount.vague.small && !amount.vague.people
  if (large)
    return (
      BE.has(word) || CROWD_VERBS.has(word) || /^(?:will|would|who)$/u.test(word) || passage.token(i)?.xpos === 'VBD'
    )
  if (amount.bare && (amount.low ?? 0) >= 1000) return false
  return CROWD_VERBS.has(word)
}

/** "no one was injured", "no arrests": a count of nobody, kept only with what did not befall them. */
function noneOf(passage: Passage, amount: Amount, limit: number, lexicon: QuantityLexicon): Counted | null {
  const word = passage.lower(amount.end)
  const own = /^(?:injuries|deaths|fatalities|arrests|detentions)$/u.test(word) ? fateOf(word, lexicon) : null
  if (own) return { kind: own, end: amount.end + 1, unit: 'people' }
  if (passage.lower(amount.end - 1) === 'no') return null
  const fate = fateAfter(passage, amount.end, limit, lexicon)
  return fate ? { kind: fate, end: amount.end, unit: 'people' } : null
}

/** The people noun that the amount counts, with the piece after it; "measure" where it counts a unit instead. */
function nounAfter(
  passage: Passage,
  amount: Amount,
  after: number,
  limit: number,
  lexicon: QuantityLexicon,
): { end: number; own: PeopleKind | null } | 'measure' | null {
  let i = after
  const dashed = after > amount.end
  const vague = amount.vague !== null || !dashed
  // "hundreds, if not thousands, of people"
  if (amount.vague && passage.lower(i) === ',' && passage.lower(i + 1) === 'of') i++
  if (passage.lower(i) === 'of' && vague) {
    i++
    if (/^(?:the|these|those|its|their|his|her|our|his)$/u.test(passage.lower(i))) i++
  }
  let unknown = 0
  let adjective: PeopleKind | null = null
  for (let n = 0; n < NOUN_WINDOW && i < limit; n++, i++) {
    const piece = passage.pieces[i]
    if (!piece || piece.gap === 'paragraph') return null
    const word = piece.lower
    if (piece.kind === 'sign') {
      if (word === '"' || word === '\u201c' || (n > 0 && (word === "'" || word === '\u2019'))) continue
      // A hyphen inside a word goes on; a dash between words ends the phrase.
      if (word === '-' && piece.gap === 'none' && passage.pieces[i + 1]?.gap === 'none' && passage.lower(i + 1) !== '-')
        continue
      if (word === ',' && n > 0 && passage.token(i - 1)?.upos === 'ADJ') continue
      return null
    }
    if (piece.kind === 'digits') return null
    if (n === 0 && lexicon.measures.has(word)) return 'measure'
    // "two wounded soldiers": the adjective says what befell them; "13 injured in …" has no noun.
    if (/^(?:dead|injured|wounded|killed|arrested|detained|jailed|imprisoned|murdered|slain)$/u.test(word)) {
      if (lexicon.people.has(passage.lower(i + 1))) {
        adjective = fateOf(word, lexicon)
        continue
      }
      if (!lexicon.people.has(word)) return null
    }
    // "two worker centres": a singular is no head of a count above one, but a modifier.
    const modifier = lexicon.language === 'en' && amount.high !== 1 && lexicon.people.has(`${word}s`)
    if (lexicon.people.has(word) && !modifier) {
      const next = passage.skipDash(i + 1)
      // "300 police stations" counts stations, "300 union members" people.
      if (OF_PEOPLE.has(passage.lower(next)) && passage.pieces[next]?.gap !== 'paragraph') return null
      let end = i + 1
      while (
        end < limit &&
        passage.pieces[end]?.kind === 'word' &&
        !/(?:[^s]s|people|persons|children)$/u.test(passage.lower(end - 1)) &&
        lexicon.people.has(passage.lower(end)) &&
        passage.pieces[end]?.gap === 'blank' &&
        !/^(?:accused|displaced|wounded|injured|dead|homeless)$/u.test(passage.lower(end))
      )
        end++
      const own = adjective ?? fateOfNoun(passage.lower(end - 1), lexicon)
      return { end, own }
    }
    const tag = passage.token(i)?.upos
    if (n > 0 && lexicon.measures.has(word)) return null
    if (
      CLOSERS.has(word) ||
      (tag === 'VERB' && !/(?:ed|ing)$/u.test(word)) ||
      tag === 'ADP' ||
      tag === 'AUX' ||
      tag === 'PRON'
    )
      return null
    if (!lexicon.passing.has(word) && ++unknown > 3) return null
  }
  return null
}

/** Nouns that hold a fate: deaths, casualties, arrests, injuries, detainees. */
function fateOfNoun(word: string, lexicon: QuantityLexicon): PeopleKind | null {
  if (/^(?:dead|deaths|fatalities|bodies|corpses)$/u.test(word)) return 'killed'
  if (/^(?:wounded|injured)$/u.test(word)) return 'injured'
  if (/^(?:detainees|arrestees)$/u.test(word)) return 'arrested'
  return lexicon.language === 'en' ? null : fateOf(word, lexicon)
}

/** "a crowd of 400", "the crowd at 3,000", "attended by 300": where the phrase begins. */
function crowdBefore(passage: Passage, amount: Amount, previous: number, lexicon: QuantityLexicon): number | null {
  const at = amount.from
  const first = Math.max(passage.sentenceStart(at), previous)
  const word = (k: number): string => (at - k >= first ? passage.lower(at - k) : '')
  const joint = word(1)
  // "a crowd estimated at 500": the qualifier stands between.
  if (lexicon.crowds.has(joint) && amount.from < amount.core && passage.lower(amount.from).startsWith('estimated'))
    return articleBefore(passage, at - 1, first)
  if (joint === 'the' && word(2) === 'in' && /^number(?:ing|ed)$/u.test(word(3))) return at
  if (joint === 'of' || joint === 'at' || joint === 'numbering' || joint === 'to' || joint === 'by') {
    if (joint !== 'by' && lexicon.crowds.has(word(2)) && passage.pieces[at - 2]?.capital !== true)
      return joint === 'of' ? articleBefore(passage, at - 2, first) : at
    if (joint === 'by' && word(2) === 'attended') return at
  }
  if (joint === 'numbering' || joint === 'numbered') return at
  return null
}

function articleBefore(passage: Passage, at: number, first: number): number {
  let i = at
  while (i - 1 >= first && /^(?:a|an|the|large|small|huge|big|massive|peaceful|angry)$/u.test(passage.lower(i - 1))) i--
  return i
}

/** A number without a noun that a word of fate claims: "13 were killed", "40 injured", "arrested 14", "death toll to 13". */
function looseFate(
  passage: Passage,
  amount: Amount,
  limit: number,
  previous: number,
  lexicon: QuantityLexicon,
): Counted | null {
  if (amount.fraction) return null
  let i = passage.skipDash(amount.end)
  if (i > amount.end) return null
  while (
    i < limit &&
    /^(?:of|them|others|more|other|were|was|are|is|have|has|been|had|being|also|reportedly|confirmed|reported|feared|left|believed|later)$/u.test(
      passage.lower(i),
    ) &&
    i < amount.end + 5
  )
    i++
  const fate = i < limit ? fateOf(passage.lower(i), lexicon) : null
  if (
    fate &&
    (/(?:ed|dead|died|hurt|slain|deaths|injuries|arrests|fatalities|detentions)$/u.test(passage.lower(i)) ||
      lexicon.language !== 'en')
  ) {
    const noun = /^(?:deaths|injuries|arrests|fatalities|detentions|dead|wounded|injured)$/u.test(passage.lower(i))
    if (passage.pieces[amount.end]?.gap !== 'none' || lexicon.language === 'zh')
      return { kind: fate, end: noun && i === amount.end ? i + 1 : amount.end, unit: 'people' }
  }
  const before = fateBefore(passage, amount.from, previous, lexicon)
  if (!before) return null
  // "arrested 14 in …" counts people; "killed 3 birds" or "arrested at 3 Main Street" does not.
  const next = passage.pieces[amount.end]
  const closed =
    next === undefined ||
    next.gap === 'paragraph' ||
    (next.kind === 'sign' && /^[.,;:)!?]$/u.test(next.form)) ||
    CLOSERS.has(next.lower) ||
    lexicon.language !== 'en' ||
    /^(?:others|more|so)$/u.test(next.lower)
  if (
    !closed ||
    passage.lower(amount.from - 1) === 'at' ||
    passage.lower(amount.from - 1) === 'on' ||
    passage.lower(amount.from - 1) === 'in'
  )
    return null
  const end = /^(?:others|more)$/u.test(passage.lower(amount.end)) ? amount.end + 1 : amount.end
  return { kind: before, end, unit: 'people' }
}

/** Pieces between "death toll" or "number of people killed" and the number that it has reached. */
const TOLL_WINDOW = 30

/** "the death toll in the violence has gone up to 231", "the number of persons arrested reached 1,587". */
function tollOf(
  passage: Passage,
  amount: Amount,
  limit: number,
  previous: number,
  lexicon: QuantityLexicon,
): Counted | null {
  if (lexicon.language !== 'en' || amount.fraction) return null
  const next = passage.pieces[amount.end]
  const closed =
    next === undefined ||
    amount.end >= limit ||
    next.gap === 'paragraph' ||
    next.kind === 'sign' ||
    CLOSERS.has(next.lower)
  const before = passage.lower(amount.from - 1)
  if (!closed || !/^(?:to|at|of|reached|was|is|were|crossed|touched|exceeded|hit|passed|by|up)$/u.test(before))
    return null
  const first = Math.max(passage.sentenceStart(amount.from), previous, amount.from - TOLL_WINDOW)
  let fate: PeopleKind | null = null
  let people = false
  for (let i = amount.from - 1; i >= first; i--) {
    const word = passage.lower(i)
    if (word === 'toll')
      return {
        kind: passage.lower(i - 1) === 'injury' ? 'injured' : (fate ?? 'killed'),
        end: amount.end,
        unit: 'people',
      }
    if (word === 'number' && passage.lower(i + 1) === 'of')
      return fate || people ? { kind: fate ?? 'people', end: amount.end, unit: 'people' } : null
    fate = fateOf(word, lexicon) ?? fate
    people ||= lexicon.people.has(word)
  }
  return null
}

/** A counted thing that is neither people, money nor percent: kept as "other" with its noun as unit. */
function otherNoun(
  passage: Passage,
  amount: Amount,
  after: number,
  limit: number,
  lexicon: QuantityLexicon,
): Counted | null {
  if (lexicon.language !== 'en' || after > amount.end || amount.vague?.small || amount.vague?.people) return null
  let i = after
  if (passage.lower(i) === 'of' && amount.vague) i++
  if (amount.low === 1) return null
  for (let n = 0; n < 4 && i < limit; n++, i++) {
    const piece = passage.pieces[i]
    if (piece?.kind !== 'word' || piece.gap !== 'blank' || piece.capital || CLOSERS.has(piece.lower)) return null
    if (lexicon.measures.has(piece.lower)) return null
    const tag = passage.token(i)?.xpos
    const plural = tag ? tag === 'NNS' : /[^s']s$/u.test(piece.lower) && piece.lower.length > 3
    if (plural) return { kind: 'other', end: i + 1, unit: piece.lower }
  }
  return null
}
