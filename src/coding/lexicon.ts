import { allVerbForms, nounForms } from './en/inflect.ts'
import type { EventType } from './event-record.ts'
import { EVENT_TYPES } from './event-record.ts'

/**
 * The trigger lexicon: rows of words that share one sense, frame and conditions.
 *
 * A row is `TYPE | part of speech | words | modes/form | frame | conditions | example`.
 * - Part of speech: `v` verb, `n` noun, `a` adjective.
 * - Words: phrases divided by commas. `~` stands for up to five words; `=word` for that form alone; `not` for a negation.
 * - Modes are joined by `+`; a form of protest follows after `/`, a CAMEO code finer than theirs after `@`. `@02` makes
 *   CAMEO's demand (10) an appeal (02).
 * - Frame: `a:` slots of the actor, `r:` of the recipient, `i:` of the issue, the first filled one wins; `recip` puts
 *   everyone among the actors. Slots: `subj obj iobj xcomp ccomp advcl acl poss comp light`, or a preposition.
 * - Conditions: all must hold; `|` divides alternatives. `slot:class+class` needs the slot filled so, `slot?class` only if
 *   it is filled, `-slot:class` forbids it; `sent:cue` looks for cue words in the sentence.
 * - Example: a sentence in which every phrase of the row must be found; `{ed}` `{base}` `{n}` `{N}` stand for it, and
 *   text after a colon fills the gap `~`.
 */
export type Pos = 'v' | 'n' | 'a'

export type SlotTest = {
  readonly slot: string
  readonly classes: readonly string[]
  readonly demand: 'filled' | 'if-filled' | 'forbidden'
}
/** One condition: any of its alternatives must hold. */
export type Condition = readonly SlotTest[]

export interface Frame {
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  readonly issue: readonly string[]
  readonly reciprocal: boolean
  /** The subject receives: the object is the one who acts (hosting a visit). */
  readonly host: boolean
}

/** One row of the lexicon. */
export interface TriggerEntry {
  /** Stable name: type, part of speech and first word, as `basis` of a record shows it. */
  readonly id: string
  readonly type: EventType
  readonly pos: Pos
  readonly phrases: readonly string[]
  readonly modes: readonly string[]
  readonly form: string | null
  /** CAMEO code of the row where it says more than type and modes do, else null. */
  readonly cameo: string | null
  readonly frame: Frame
  readonly conditions: readonly Condition[]
  readonly example: string
}

/** A phrase ready for matching: `words[anchor]` is the word that the index finds it by. */
export interface Pattern {
  readonly entry: TriggerEntry
  readonly phrase: string
  readonly words: readonly PatternWord[]
  readonly anchor: number
}
export type PatternWord =
  | { readonly kind: 'gap' }
  | { readonly kind: 'word'; readonly forms: ReadonlySet<string>; readonly content: boolean }

export interface TriggerLexicon {
  readonly entries: readonly TriggerEntry[]
  /** Patterns by each form of their anchor word, longest pattern first. */
  readonly byForm: ReadonlyMap<string, readonly Pattern[]>
}

/** Longest stretch that `~` may stand for, in tokens. */
export const MAX_GAP_TOKENS = 5

const DEFAULT_FRAMES: Record<Pos, Frame> = {
  v: { actor: ['subj'], recipient: [], issue: [], reciprocal: false, host: false },
  n: { actor: ['by', 'poss', 'light'], recipient: [], issue: [], reciprocal: false, host: false },
  a: { actor: ['subj'], recipient: [], issue: [], reciprocal: false, host: false },
}

const FUNCTION_WORDS = new Set(
  `to for on of at in with from by into up out off down over under upon against about away behind back apart through
  through between the a an as be and himself herself themselves no not`.split(/\s+/u),
)
/** Words that may stand before the word a phrase is found by. */
const NOT_ANCHORS = new Set([
  'not',
  'forcibly',
  'violently',
  'forcefully',
  'forcibly',
  'sexually',
  'must',
  'should',
  'have',
  'need',
  'be',
  'fail',
])

/** Reads rows of the lexicon. Throws on a row that does not parse: a lexicon with an unknown code is a fault of the build. */
export function parseLexicon(tables: readonly string[]): TriggerLexicon {
  const entries: TriggerEntry[] = []
  for (const table of tables)
    for (const line of table.split('\n')) {
      const row = line.trim()
      if (row === '' || row.startsWith('#')) continue
      entries.push(parseRow(row))
    }
  const byForm = new Map<string, Pattern[]>()
  for (const entry of entries)
    for (const phrase of entry.phrases)
      for (const pattern of patternsOf(entry, phrase)) {
        const word = pattern.words[pattern.anchor]
        if (word?.kind !== 'word') throw new Error(`phrase without an anchor: ${phrase}`)
        for (const form of word.forms) {
          const list = byForm.get(form)
          if (list) list.push(pattern)
          else byForm.set(form, [pattern])
        }
      }
  for (const list of byForm.values()) list.sort((a, b) => contentLength(b) - contentLength(a))
  return { entries, byForm }
}

function contentLength(pattern: Pattern): number {
  return pattern.words.reduce((sum, word) => sum + (word.kind === 'word' ? 1 : 0), 0)
}

function parseRow(row: string): TriggerEntry {
  const cells = row.split(/\s\|(?=\s|$)/u).map((cell) => cell.trim())
  const [type = '', pos = '', words = '', modeCell = '', frameCell = '', conditionCell = '', example = ''] = cells
  if (cells.length !== 7) throw new Error(`a row needs seven cells: ${row}`)
  if (!(EVENT_TYPES as readonly string[]).includes(type)) throw new Error(`unknown type: ${row}`)
  if (pos !== 'v' && pos !== 'n' && pos !== 'a') throw new Error(`unknown part of speech: ${row}`)
  const [plain = '', cameo = ''] = modeCell.split('@')
  if (cameo !== '' && !/^\d{2,4}$/u.test(cameo)) throw new Error(`no CAMEO code: ${row}`)
  const [modes = '', form = ''] = plain.split('/')
  const phrases = words
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
  return {
    id: `${type.toLowerCase()}.${pos}.${(phrases[0] ?? '').replace(/[^a-z]+/gu, '-')}`,
    type: type as EventType,
    pos,
    phrases,
    modes: modes.split('+').filter((mode) => mode !== ''),
    form: form === '' ? null : form,
    cameo: cameo === '' ? null : cameo,
    frame: parseFrame(frameCell, pos),
    conditions: conditionCell
      .split(' ')
      .filter((cell) => cell !== '')
      .map(parseCondition),
    example,
  }
}

function parseFrame(cell: string, pos: Pos): Frame {
  const frame = { ...DEFAULT_FRAMES[pos] }
  for (const part of cell.split(' ')) {
    if (part === '') continue
    const slots = part.slice(2).split(',')
    if (part === 'recip') frame.reciprocal = true
    else if (part === 'host') frame.host = true
    else if (part.startsWith('a:')) frame.actor = slots
    else if (part.startsWith('r:')) frame.recipient = slots
    else if (part.startsWith('i:')) frame.issue = slots
    else if (/^[a-z,]+$/u.test(part)) frame.issue = [...frame.issue, ...part.split(',')]
    else throw new Error(`unknown part of a frame: ${part}`)
  }
  return frame
}

const SLOT_TEST = /^(-?)([a-z-]+)(?:([:?])([a-z-]+(?:\+[a-z-]+)*))?$/u

function parseCondition(cell: string): Condition {
  return cell.split('|').map((alternative) => {
    const parts = SLOT_TEST.exec(alternative)
    if (!parts) throw new Error(`unknown condition: ${cell}`)
    const [, minus = '', slot = '', sign = ':', classes = 'any'] = parts
    const demand = minus === '-' ? 'forbidden' : sign === '?' ? 'if-filled' : 'filled'
    return { slot, classes: classes.split('+'), demand }
  })
}

/** The ways a phrase may be cut into tokens: as written, and with its hyphens as tokens of their own. */
function patternsOf(entry: TriggerEntry, phrase: string): Pattern[] {
  const whole = patternOf(entry, phrase, phrase.split(/\s+/u))
  if (!phrase.includes('-')) return [whole]
  const cut = phrase.replace(/-/gu, ' - ').split(/\s+/u)
  return [whole, patternOf(entry, phrase, cut)]
}

function patternOf(entry: TriggerEntry, phrase: string, parts: readonly string[]): Pattern {
  let anchor = parts.findIndex((part) => part !== '~' && !NOT_ANCHORS.has(part))
  if (
    anchor < 0 ||
    (parts[0] === 'be' && FUNCTION_WORDS.has(parts[1] ?? '')) ||
    parts[0] === 'have' ||
    parts[0] === 'need'
  )
    anchor = 0
  if (parts[0] === 'have' && parts[1] === 'to') anchor = 2
  if (parts[0] === 'need' && parts[1] === 'to') anchor = 2
  const lastNoun = parts.length - 1
  const words = parts.map((part, at): PatternWord => {
    if (part === '~') return { kind: 'gap' }
    if (part.startsWith('=')) return { kind: 'word', forms: new Set([part.slice(1)]), content: true }
    if (part === 'not') return { kind: 'word', forms: new Set(['not', "n't", 'never', 'cannot']), content: false }
    if (part === 'have' || part === 'need' || (part === 'be' && anchor !== 0) || part === 'fail')
      return { kind: 'word', forms: new Set(allVerbForms(part)), content: false }
    if (FUNCTION_WORDS.has(part) && !(at === anchor)) return { kind: 'word', forms: new Set([part]), content: false }
    if (entry.pos === 'v' && at === anchor) return { kind: 'word', forms: new Set(allVerbForms(part)), content: true }
    if (entry.pos === 'a') return { kind: 'word', forms: new Set([part]), content: true }
    if (entry.pos === 'n' && at !== lastNoun && parts[at + 1] !== 'of' && parts[at + 1] !== 'on')
      return { kind: 'word', forms: new Set([part]), content: true }
    return { kind: 'word', forms: new Set(nounForms(part)), content: true }
  })
  return { entry, phrase, words, anchor }
}
