import type { EventRecord } from '../coding/event-record.ts'

/** Characters of a passage: three lines of a list. */
const MAX_PASSAGE_CHARACTERS = 360
/** Characters looked at on either side for the end of a sentence. */
const REACH_CHARACTERS = 160

/** The passage of the text that shows a record: the trigger with the sentence around it, cut at word edges. */
export function recordPassage(text: string, record: EventRecord): { start: number; text: string } {
  const { trigger } = record
  return passageAround(text, trigger.start, trigger.end)
}

/** The sentence-like passage around a span. */
export function passageAround(text: string, spanStart: number, spanEnd: number): { start: number; text: string } {
  const earliest = Math.max(0, spanStart - REACH_CHARACTERS)
  const latest = Math.min(text.length, spanEnd + REACH_CHARACTERS)
  const before = text.slice(earliest, spanStart)
  const after = text.slice(spanEnd, latest)
  const opening = Math.max(lastEnd(before, /[.!?。！？…]["”»)]*\s+|\n+/gu), 0)
  let start = earliest + (opening || (earliest === 0 ? 0 : wordEdge(before)))
  const closing = /[.!?。！？…]["”»)]*(?=\s|$)|\n/u.exec(after)
  let end = closing ? spanEnd + closing.index + (closing[0] === '\n' ? 0 : closing[0].length) : latest
  if (!closing && latest < text.length) end = spanEnd + lastBlank(after)
  if (end - start > MAX_PASSAGE_CHARACTERS) end = Math.max(spanEnd, start + MAX_PASSAGE_CHARACTERS)
  // Half of a surrogate pair is no character.
  if (isLowSurrogate(text, start)) start--
  if (isLowSurrogate(text, end)) end--
  return { start, text: text.slice(start, end) }
}

/** Where the last match ends, or -1. */
function lastEnd(text: string, pattern: RegExp): number {
  let end = -1
  for (const found of text.matchAll(pattern)) end = found.index + found[0].length
  return end
}

function wordEdge(text: string): number {
  const blank = text.search(/\s/u)
  return blank < 0 ? 0 : blank + 1
}

function lastBlank(text: string): number {
  const blank = text.lastIndexOf(' ')
  return blank > 0 ? blank : text.length
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return at > 0 && at < text.length && unit >= 0xdc00 && unit <= 0xdfff
}
