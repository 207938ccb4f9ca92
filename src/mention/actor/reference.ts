import type { PlainDate } from '../../base/plain-date.ts'
import { type Draft, joinSectors, newDraft } from './draft.ts'
import { type ActorLexicon, officeHolder, personKey, roleAt } from './lexicon.ts'
import { nameKey } from './name-key.ts'
import { foldWord } from './phrase-table.ts'
import type { SentenceView } from './sentence-view.ts'

/** Two names meet under one key only if their first letters agree and the spellings are this near (Jaro–Winkler). */
const MIN_NAME_LIKENESS = 0.9
/** Sentences back within which "the group" means the last group. */
const DEFINITE_REACH = 6

/**
 * Ties full names to listed persons whose names are spelt otherwise ("Mahmud Abbas"), if only one of them fits and
 * nothing speaks against it.
 */
export function linkSpellings(drafts: readonly Draft[], lexicon: ActorLexicon, day: PlainDate | null): void {
  for (const draft of drafts) {
    if (draft.kind !== 'person' || draft.entity || draft.nameWords.length < 2) continue
    const fit = (lexicon.personKeys.get(personKey(draft.nameWords)) ?? []).filter(
      (one) => draft.country === null || one.country === draft.country,
    )
    const [entity] = fit
    if (!entity || fit.length > 1) continue
    const held = roleAt(entity, day)
    if (!held) continue
    draft.entity = entity
    if (draft.country === null) {
      draft.country = entity.country
      draft.countryBasis = 'lexicon'
    }
    const former = held.former && /^(?:GOV|LEG|MIL|JUD)$/u.test(held.role.sector[0] ?? '')
    if (draft.sector.length === 0) draft.sector = former ? ['ELI'] : held.role.sector
    draft.role ??= `${held.former ? 'former ' : ''}${held.role.title}`
  }
}

/**
 * Ties names of one person within the article: the full name gives sector, country and role to later (and earlier) bare
 * surnames, whatever the spelling. Two persons with one surname keep their bare surname open.
 */
export function tieNames(drafts: readonly Draft[]): void {
  const full = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (draft.kind !== 'person' || draft.nameWords.length < 2) continue
    const same = findSame(full, draft)
    if (same) {
      adopt(draft, same, 'variant')
      continue
    }
    const key = nameKey(draft.nameWords[draft.nameWords.length - 1] as string)
    const list = full.get(key)
    if (list) list.push(draft)
    else full.set(key, [draft])
  }
  for (const draft of drafts) {
    if (draft.kind !== 'person' || draft.nameWords.length !== 1 || draft.antecedent) continue
    const word = draft.nameWords[0] as string
    const candidates = full.get(nameKey(word)) ?? []
    const fit = candidates.filter((one) => one !== draft && compatible(one, draft))
    if (fit.length === 1 && alike(word, lastWord(fit[0] as Draft))) adopt(draft, fit[0] as Draft, 'surname')
    else if (fit.length === 0) {
      // First mention by surname and title, then the bare surname.
      const first = drafts.find(
        (one) =>
          one !== draft &&
          one.kind === 'person' &&
          one.nameWords.length === 1 &&
          one.first >= 0 &&
          one.nameWords[0] === word &&
          (one.sector.length > 0 || one.role !== null),
      )
      if (first && before(first, draft) && draft.sector.length === 0) adopt(draft, first, 'surname')
    }
  }
}

/**
 * Bare surnames that no maker took: words with a capital, in no list, that are the surname of one person named in full
 * ("Samai" after "Bolat Samay").
 */
export function addSurnames(drafts: Draft[], views: readonly SentenceView[]): void {
  const surnames = new Map<string, Draft>()
  for (const draft of drafts)
    if (draft.kind === 'person' && draft.nameWords.length >= 2) surnames.set(nameKey(lastWord(draft)), draft)
  if (surnames.size === 0) return
  const taken = new Set<string>()
  for (const draft of drafts) for (let i = draft.first; i <= draft.last; i++) taken.add(`${draft.sentence}:${i}`)
  for (const view of views) {
    if (!view.cased) continue
    for (let i = 0; i < view.words.length; i++) {
      if (!view.capital[i] || view.covers[i] || view.capital[i + 1] || (i > 0 && view.capital[i - 1] && i > 1)) continue
      const word = view.words[i] as string
      const full = surnames.get(nameKey(word))
      if (!full || word.length < 3 || taken.has(`${view.sentence.index}:${i}`) || !alike(word, lastWord(full))) continue
      const upos = view.sentence.tokens[i]?.upos
      if (upos !== '' && upos !== 'PROPN' && upos !== 'NOUN' && upos !== 'X' && upos !== 'ADJ') continue
      drafts.push(
        newDraft({
          sentence: view.sentence.index,
          first: i,
          last: i,
          head: i,
          kind: 'person',
          basis: 'surname',
          proper: true,
          definite: true,
          nameWords: [word],
        }),
      )
    }
  }
  drafts.sort((a, b) => a.sentence - b.sentence || a.first - b.first || b.last - a.last)
}

function lastWord(draft: Draft): string {
  return draft.nameWords[draft.nameWords.length - 1] as string
}

function before(a: Draft, b: Draft): boolean {
  return a.sentence < b.sentence || (a.sentence === b.sentence && a.first < b.first)
}

function findSame(full: ReadonlyMap<string, readonly Draft[]>, draft: Draft): Draft | null {
  for (const other of full.get(nameKey(lastWord(draft))) ?? []) {
    const a = draft.nameWords[0] as string
    const b = other.nameWords[0] as string
    const initials = a.length === 1 || b.length === 1 ? a[0] === b[0] : nameKey(a) === nameKey(b) || alike(a, b)
    if (initials && compatible(other, draft)) return other
  }
  return null
}

function compatible(a: Draft, b: Draft): boolean {
  if (a.entity && b.entity && a.entity !== b.entity) return false
  if (a.country && b.country && a.country !== b.country) return false
  return true
}

function alike(a: string, b: string): boolean {
  return a[0] === b[0] && jaroWinkler(a, b) >= MIN_NAME_LIKENESS
}

function adopt(draft: Draft, from: Draft, rule: string): void {
  draft.antecedent = from
  draft.basis = `inferred:${rule}`
  if (draft.sector.length === 0 || (draft.agent === null && !draft.entity))
    draft.sector = from.sector.length > 0 ? from.sector : draft.sector
  else if (from.sector.length === 0) from.sector = draft.sector
  if (draft.country === null) {
    draft.country = from.country
    draft.countryBasis = from.countryBasis
  } else if (from.country === null) {
    from.country = draft.country
    from.countryBasis = draft.countryBasis
  }
  draft.entity ??= from.entity
  draft.role ??= from.role
}

/** Jaro–Winkler likeness of two words, 0 to 1 (Winkler 1990: prefix of at most four letters, weight 0.1). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const usedB = new Uint8Array(b.length)
  const matchesA: string[] = []
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - window); j < Math.min(b.length, i + window + 1); j++) {
      if (usedB[j] || a[i] !== b[j]) continue
      usedB[j] = 1
      matchesA.push(a[i] as string)
      break
    }
  }
  if (matchesA.length === 0) return 0
  let transposed = 0
  let k = 0
  for (let j = 0; j < b.length; j++) if (usedB[j] && b[j] !== matchesA[k++]) transposed++
  const m = matchesA.length
  const jaro = (m / a.length + m / b.length + (m - transposed / 2) / m) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/**
 * Acronyms that the article brings in itself: "Free Path Movement (FPM)". Gives each acronym its draft; later bare
 * acronyms refer to it.
 */
export function bindAcronyms(drafts: readonly Draft[], views: readonly SentenceView[]): Map<string, Draft> {
  const bound = new Map<string, Draft>()
  for (const draft of drafts) {
    if (draft.kind === 'person' || draft.pronoun) continue
    const view = views[draft.sentence]
    if (view?.words[draft.last + 1] !== '(') continue
    const token = view.sentence.tokens[draft.last + 2]
    if (!token || view.words[draft.last + 3] !== ')' || !/^\p{L}[\p{L}.-]{1,9}$/u.test(token.form)) continue
    const letters = foldWord(token.form).replace(/[.-]/gu, '')
    const name = view.words.slice(draft.nameFirst, draft.last + 1).filter((word) => /^\p{L}/u.test(word))
    const capitals = view.cased && /^\p{Lu}[\p{Lu}.-]+$/u.test(token.form)
    if (capitals || isInitialism(letters, name)) bound.set(letters, draft)
  }
  return bound
}

/** Whether the letters are the initials of the words, small words allowed to be left out. */
function isInitialism(letters: string, words: readonly string[]): boolean {
  let at = 0
  for (const word of words) if (word[0] === letters[at]) at++
  return at >= letters.length
}

/**
 * Definite nouns and offices: "the ministry", "the group", "the president". The last actor named with that noun, else
 * for an office of a known state the holder on the day.
 */
export function tieDefinites(
  drafts: readonly Draft[],
  lexicon: ActorLexicon,
  day: PlainDate | null,
  home: string | null,
): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft
    if (!draft.agent || draft.proper || !draft.definite || draft.plural || draft.antecedent) continue
    const { agent } = draft
    const bare =
      draft.head - draft.nameFirst + 1 === draft.agent.noun.split(/[\s-]+/u).length || draft.nameFirst === draft.head
    if (agent.office || agent.actorKind !== 'person') {
      const found = bare ? lastNamed(drafts, i, agent.noun, home) : null
      if (found) {
        tie(draft, found, 'definite')
        continue
      }
    } else if (bare) {
      const found = lastNamed(drafts, i, agent.noun, home)
      if (found && found.kind === draft.kind) {
        tie(draft, found, 'definite')
        continue
      }
    }
    if (agent.office && !draft.former && draft.country && day && draft.countryBasis?.startsWith('stated')) {
      const holder = officeHolder(lexicon, draft.country, agent.noun, day)
      if (holder) {
        draft.entity = holder
        draft.kind = 'person'
      }
    }
  }
}

/**
 * The actor that a definite noun means: among those of the last sentences the one named with this very noun, then the one of
 * the country that the article is about, then the latest.
 */
function lastNamed(drafts: readonly Draft[], from: number, noun: string, home: string | null): Draft | null {
  const here = drafts[from] as Draft
  const wanted = foldWord(noun)
  const stated = here.countryBasis?.startsWith('stated') ? here.country : null
  let best: Draft | null = null
  let bestScore = 0
  for (let j = from - 1; j >= 0; j--) {
    const other = drafts[j] as Draft
    if (here.sentence - other.sentence > DEFINITE_REACH) break
    if (other.pronoun || other.plural || (other.former && other.kind === 'person')) continue
    if (stated !== null && other.country !== null && stated !== other.country) continue
    const bySame =
      other.agent !== null && foldWord(other.agent.noun) === wanted && (other.proper || other.country !== null)
    const byRole =
      (other.entity !== null && roleNoun(other) === wanted) ||
      (other.entity !== null && other.kind !== 'person' && endsWithNoun(other.entity.names[0] ?? '', wanted)) ||
      (other.role !== null && other.proper && foldWord(other.role).endsWith(wanted))
    if (!bySame && !byRole) continue
    const score = (bySame ? 2 : 1) + (home !== null && other.country === home ? 2 : 0)
    if (score > bestScore) {
      bestScore = score
      best = other.antecedent ?? other
    }
  }
  return best
}

function roleNoun(draft: Draft): string {
  const held = draft.entity ? roleAt(draft.entity, null) : null
  return draft.role ? foldWord(draft.role) : foldWord(held?.role.title ?? '')
}

function endsWithNoun(name: string, noun: string): boolean {
  const folded = foldWord(name)
  return folded === noun || folded.endsWith(` ${noun}`) || folded.startsWith(`${noun} of`)
}

function tie(draft: Draft, to: Draft, rule: string): void {
  draft.antecedent = to
  draft.basis = `inferred:${rule}`
  draft.entity ??= to.entity
  if (draft.country === null || draft.countryBasis === 'inferred:article') {
    draft.country = to.country
    draft.countryBasis = to.countryBasis
  }
  draft.sector = joinSectors(draft.sector.length > 0 ? draft.sector : to.sector)
  if (to.sector.length > 0 && (draft.agent?.inherits || draft.sector.length === 0)) draft.sector = to.sector
}

/** Sentences back in which a pronoun may find its antecedent: its own and the one before. */
const PRONOUN_REACH = 1

/** Subject pronouns: tied where exactly one actor can be meant, left open else. */
export function tiePronouns(drafts: readonly Draft[], views: readonly SentenceView[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft
    if (!draft.pronoun) continue
    const word = views[draft.sentence]?.words[draft.first]
    const wanted = (other: Draft): boolean =>
      word === 'they' ? other.plural || other.kind === 'group' : other.kind === 'person' && !other.plural
    const candidates: Draft[] = []
    let subject: Draft | null = null
    for (let j = i - 1; j >= 0; j--) {
      const other = drafts[j] as Draft
      if (draft.sentence - other.sentence > PRONOUN_REACH) break
      if (!wanted(other)) continue
      const root = rootOf(other)
      if (root.pronoun) continue
      if (!candidates.includes(root)) candidates.push(root)
      const token = views[other.sentence]?.sentence.tokens[other.head]
      if (token && /^nsubj/u.test(token.relation)) subject = root
    }
    const [only] = candidates
    if (only && candidates.length === 1) resolve(draft, only, 'pronoun')
    else if (subject && candidates.length === 2 && word !== 'they') resolve(draft, subject, 'pronoun-subject')
  }
}

function rootOf(draft: Draft): Draft {
  let root = draft
  // A chain is never longer than the list of mentions, and always leads backwards or to a full name.
  for (let steps = 0; root.antecedent && steps < 100; steps++) root = root.antecedent
  return root
}

function resolve(draft: Draft, to: Draft, rule: string): void {
  draft.antecedent = to
  draft.basis = `inferred:${rule}`
  draft.country = to.country
  draft.countryBasis = to.countryBasis
  draft.sector = to.sector
  draft.entity = to.entity
  draft.kind = to.kind
}
