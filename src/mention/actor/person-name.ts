import type { ActorLexicon } from './lexicon.ts'
import type { SentenceView } from './sentence-view.ts'

/** Small words inside names of persons. */
const PARTICLES = new Set(
  'al el ul ur bin ben ibn bint de da do dos das del della di du van von der den ter la le y e uulu kyzy oglu ogly qizi zu'.split(
    ' ',
  ),
)
const NAME_STOPS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december the a an in on at of and or but for with by to from as is was said says who he she it his her they we i if when while after before mr mrs ms'.split(
    ' ',
  ),
)
/** Words among the stops that are names where they have a capital. */
const CAPITAL_NAMES = new Set(['said', 'an', 'is', 'as', 'on', 'his'])
/** Honorifics: they show a person, and nothing of what he does. */
export const HONORIFICS = new Set(
  'mr mr. mrs mrs. ms ms. miss mister madam madame sir dame lord lady dr dr. doctor prof prof. professor comrade sheikh shaikh haji hajji maulana pandit shri shrimati smt smt. monsieur senor señor señora herr frau don doña'.split(
    ' ',
  ),
)
/** Titles in short form, with the sector that they show. */
export const SHORT_TITLES: Readonly<Record<string, readonly string[]>> = {
  'sen.': ['LEG'],
  sen: ['LEG'],
  'rep.': ['LEG'],
  'reps.': ['LEG'],
  'sens.': ['LEG'],
  'gov.': ['GOV'],
  'govs.': ['GOV'],
  'gen.': ['MIL'],
  'col.': ['MIL'],
  'lt.': ['MIL'],
  'maj.': ['MIL'],
  'brig.': ['MIL'],
  'cmdr.': ['MIL'],
  'adm.': ['MIL'],
  'capt.': ['COP'],
  'cpt.': ['MIL'],
  'sgt.': ['COP'],
  'cpl.': ['MIL'],
  'pfc.': ['MIL'],
  'pvt.': ['MIL'],
  'det.': ['COP'],
  'insp.': ['COP'],
  'supt.': ['COP'],
  'rev.': ['REL'],
  'fr.': ['REL'],
  'msgr.': ['REL'],
  'hon.': ['JUD'],
  'amb.': ['GOV'],
  'pres.': ['GOV'],
  'atty.': ['JUD'],
}

/** Words that a name may have. */
const MAX_NAME_TOKENS = 6

/**
 * The last token of a person's name that begins at `from`, or -1. In text with capitals a run of capitalised words with
 * particles and initials; without, a run of tokens tagged as proper nouns.
 */
export function readName(view: SentenceView, from: number): number {
  const { tokens } = view.sentence
  let last = -1
  for (let j = from; j < tokens.length && j < from + MAX_NAME_TOKENS; j++) {
    const word = view.words[j] as string
    const token = tokens[j]
    if (!token) break
    if (word === '-') {
      if (
        (last !== j - 1 && !PARTICLES.has(view.words[j - 1] ?? '')) ||
        tokens[j - 1]?.end !== token.start ||
        tokens[j + 1]?.start !== token.end
      )
        break
      continue
    }
    // With a capital inside a sentence "Said" and "An" are names.
    const name = view.cased && view.capital[j] && CAPITAL_NAMES.has(word)
    if (NAME_STOPS.has(word) && !name && !(j === from && word === 'may')) break
    // Without capitals: names as tagged, and the bare initials of "l k advani".
    const initial = !view.cased && /^[a-z]\.?$/u.test(word) && word !== 'a' && word !== 'i'
    if (
      view.cased
        ? view.capital[j]
        : token.upos === 'PROPN' ||
          (initial && startsPlainName(view, j + 1)) ||
          (last === j - 1 && followsInitial(view, j, from))
    ) {
      last = j
      continue
    }
    if (PARTICLES.has(word) && last >= 0 && startsName(view, j + 1)) continue
    // "al-Assad" as one token.
    if (view.cased && last >= 0 && /^(?:al|el|ul|ibn|bin|ad|ar|as)-\p{Lu}/u.test(token.form)) {
      last = j
      continue
    }
    break
  }
  return last
}

const OPEN_CLASS = /^(?:PROPN|NOUN|ADJ|VERB|X|ADV|)$/u

/** The word after bare initials is the surname, whatever its tag: "p p aagja". */
function followsInitial(view: SentenceView, at: number, from: number): boolean {
  const word = view.words[at] ?? ''
  return (
    !view.cased &&
    at > from &&
    /^[b-hj-z]\.?$/u.test(view.words[at - 1] ?? '') &&
    /^\p{L}{3,}$/u.test(word) &&
    OPEN_CLASS.test(view.sentence.tokens[at]?.upos ?? '')
  )
}

/** Whether a name or another initial follows an initial in text without capitals. */
function startsPlainName(view: SentenceView, at: number): boolean {
  const word = view.words[at] ?? ''
  return view.sentence.tokens[at]?.upos === 'PROPN' || /^[b-hj-z]\.?$/u.test(word) || /^\p{L}{3,}$/u.test(word)
}

function startsName(view: SentenceView, at: number): boolean {
  if (view.words[at] === '-') return startsName(view, at + 1)
  if (PARTICLES.has(view.words[at] ?? '') && view.cased) return view.capital[at + 1] === true
  return view.cased ? view.capital[at] === true : view.sentence.tokens[at]?.upos === 'PROPN'
}

/** Folded words of a name, without hyphens, initials' stops and "Jr.". */
export function nameWordsOf(view: SentenceView, first: number, last: number): string[] {
  const words: string[] = []
  for (let j = first; j <= last; j++) {
    const word = (view.words[j] as string).replace(/\.$/u, '')
    if (word === '' || word === '-' || word === 'jr' || word === 'sr') continue
    words.push(word)
  }
  return words
}

/** Whether a run of capitalised words opens with a given name, so that it names a person without any title. */
export function opensWithGivenName(view: SentenceView, at: number, lexicon: ActorLexicon): boolean {
  return lexicon.givenNames.has(view.words[at] as string)
}
