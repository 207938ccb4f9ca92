import type { TimeReader } from './reader.ts'

/**
 * Whether the words around a date speak of what is to come or of what has been; `over` where they say that it lies
 * behind ("the year ended March 31"); null where they say nothing.
 */
export type Lean = 'future' | 'past' | 'over' | null

/** Characters on either side in which a verb speaks for the date. */
const WINDOW = 60

/** Verb forms that look like a past tense and are none, and pasts of verbs that look to the future with "to". */
const NOT_PAST = new Set(
  'need needed indeed hundred speed united wed bed red feed seed proceed exceed succeed shed embed named so-called armed alleged unprecedented'.split(
    ' ',
  ),
)

/** Past verbs after which "to …" is still to come. */
const AHEAD = new Set(
  'planned agreed expected threatened scheduled set ready due hoped wanted vowed promised pledged offered prepared intended decided meant supposed slated bound likely able planning expecting hoping preparing threatening vowing intending promising asked urged told ordered called want wants hope hopes plan plans expect expects agree'.split(
    ' ',
  ),
)

/**
 * Reads the lean of the pieces `first` to `last` (exclusive): the nearest verb to the left decides, else the first one
 * to the right. "was shot Friday" is past, "will meet Friday" and "planned to meet Friday" are ahead.
 */
export function leanOf(reader: TimeReader, first: number, last: number): Lean {
  const { pieces } = reader
  const start = pieces[first]?.start as number
  const end = pieces[last - 1]?.end as number
  const relation = reader.joins(first) ? reader.word(first - 1).relation : undefined
  if (relation === 'since' || reader.lower(first - 1) === 'ended' || sinceBefore(reader, first)) return 'over'
  // "Monday's ruling": what is named by its day has mostly been.
  if (reader.skipPossessive(last) > last) return 'past'
  // "as early as Tuesday", "no later than Friday"
  if (reader.lower(first - 1) === 'as' && /^(?:soon|early|late)$/u.test(reader.lower(first - 2))) return 'future'
  if (reader.lower(first - 1) === 'than' && /^(?:later|sooner)$/u.test(reader.lower(first - 2))) return 'future'
  let infinitive = false
  for (let i = first - 1; i >= 0; i--) {
    const piece = pieces[i]
    if (!piece || start - piece.end > WINDOW || !reader.joins(i + 1) || reader.endsSentence(i) || piece.form === ';')
      break
    const word = piece.lower
    if (piece.kind !== 'word') continue
    const past = isPast(reader, i)
    if (infinitive && (past || AHEAD.has(word))) return AHEAD.has(word) && !lookedBack(reader, i) ? 'future' : 'past'
    if (reader.word(i).future && !isPastUse(reader, i)) return lookedBack(reader, i) ? 'past' : 'future'
    if (past) return 'past'
    if (word === 'to' && i + 1 < first && isBase(reader, i + 1)) infinitive = true
  }
  for (let i = last; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece || piece.start - end > WINDOW || !reader.joins(i) || reader.endsSentence(i) || piece.form === ';') break
    if (piece.kind !== 'word') continue
    // "On Friday, the government planned to …" is told; "… is planned" is ahead.
    if (/^(?:planned|scheduled|expected)$/u.test(piece.lower))
      return /^(?:is|are|be)$/u.test(reader.lower(i - 1)) ? 'future' : 'past'
    if (reader.word(i).future && piece.lower !== 'until' && !isPastUse(reader, i)) return 'future'
    if (isPast(reader, i)) return 'past'
  }
  if (infinitive) return 'future'
  return relation === 'by' || relation === 'until' ? 'future' : null
}

/** "since a failed July coup": the word stands before the noun phrase that the date is part of. */
function sinceBefore(reader: TimeReader, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) {
    if (!reader.joins(i + 1) || reader.pieces[i]?.kind !== 'word') return false
    if (reader.word(i).relation === 'since') return true
    if (reader.word(i).preposition) return false
  }
  return false
}

/** "had previously been scheduled": a plan that was. */
function lookedBack(reader: TimeReader, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--)
    if (/^(?:previously|originally)$/u.test(reader.lower(i))) return true
  return false
}

/** "due to the strike" and "expected" after "had" look back or nowhere. */
function isPastUse(reader: TimeReader, at: number): boolean {
  if (reader.lower(at) === 'due') return reader.lower(at + 1) === 'to' && !isBase(reader, at + 2)
  if (reader.lower(at) === 'plan' || reader.lower(at) === 'plans') return reader.lower(at + 1) !== 'to'
  return false
}

const IRREGULAR = new Set(
  'said told was were had did came went took made gave began met held left found became saw sent led lost won fell rose broke struck shot died fought spoke wrote flew drove knew thought brought caught bought sold stood ran kept felt grew threw hit ended'.split(
    ' ',
  ),
)

function isPast(reader: TimeReader, at: number): boolean {
  const tag = reader.tag(at)
  if (tag === 'VBD') return true
  const word = reader.lower(at)
  if (IRREGULAR.has(word)) return true
  if (!word.endsWith('ed') || word.length < 5 || NOT_PAST.has(word) || reader.word(at).future) return false
  // "wounded soldiers", "the accused": an adjective after an article is no verb.
  return !reader.word(at - 1).article
}

/** A verb in its base form, as far as a bare word can show it. */
function isBase(reader: TimeReader, at: number): boolean {
  const tag = reader.tag(at)
  if (tag === 'VB') return true
  const piece = reader.pieces[at]
  if (piece?.kind !== 'word' || piece.capital) return false
  const { article, step, same, preposition, vague } = reader.word(at)
  if (article || step !== undefined || same || preposition || vague) return false
  return (
    !/(?:s|ing|ed|ly|ion)$/u.test(piece.lower) &&
    !/^(?:this|them|him|those|these|it|us|me|you|both|all|more|less|least|about|around|nearly)$/u.test(piece.lower)
  )
}
