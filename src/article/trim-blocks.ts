import type { Excluded } from './article.ts'
import { isBoilerplateLine, isTailHeading } from './boilerplate-line.ts'
import { foldBlanks } from './clean-text.ts'
import { findDate } from './date-text.ts'
import type { MonthNames } from './month-names.ts'

/** Blocks at either end of a text where a page's furniture stands: date lines above, calls to subscribe below. */
const HEAD_BLOCKS = 4
const TAIL_BLOCKS = 5
/** A block longer than this is text, whatever words it holds. */
const CALL_CHARACTERS = 220
/** A line with a day and at most this much else is a date line. */
const DATE_LINE_REST = 36
/** What follows a heading such as "Related Posts" is a list of links if all of it is this short. */
const TAIL_LINE_CHARACTERS = 160

/** A block that is an address and nothing else. */
const ADDRESS =
  /^(?:https?:\/\/\S+|www\.\S+|(?:twitter|facebook|instagram|t)\.(?:com|me)\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30})$/iu
/** Counters of picture shows. */
const PICTURE_COUNT = /^(?:image|photo|slide|фото|сурет|foto)?\s*\d+\s*(?:of|из|\/)\s*\/?\s*\d*$/iu
/** A pointer to another report, in one line. */
const POINTER =
  /^(?:read (?:more|also|next|this)|also read|see also|more on this|related(?: story| article)?|also on \S+|читайте (?:также|по теме)|читать также|по теме|смотрите также|оқи отырыңыз|тағы оқыңыз|дагы окуңуз|читайте також|ayrıca okuyun|ilgili haber|相关阅读|延伸阅读|相关报道)\s?(?:[:：|—–-]|(?<=also on \S+)\s)\s*\S.{2,200}$/iu
/** Who wrote and edited a report, as agencies sign off; who took a picture. */
const CREDIT =
  /^\(?(?:additional )?(?:reporting|writing|editing|compiled) by\b|\bcontributed to this (?:report|story|article)\.?\)?$|(?:\/|\||\bvia\b|©)\s?(?:getty images|shutterstock|reuters|afp|epa|ap photo|ap)\)?$/iu
/** Keywords of a report, named as such. */
const KEYWORDS = /^(?:tags?|keywords|topics|теги|ключевые слова|тегтер|кілт сөздер|etiketler|标签|关键词)\s?[:：\n]/iu
/** A call to subscribe, follow or share. */
const CALL =
  /(?:\bsubscribe\b|\bsign up\b|\bnewsletters?\b|\bfollow (?:us|him|her|them|me)\b|\bshare (?:it|this) with\b|\bin your inbox\b|\bdownload (?:the|our) app\b|\bhave a tip\b|\bclick here\b|подписывайтесь|подпишитесь|подписаться|следите за (?:нами|новостями)|telegram-канал|жазылыңыз|жазылып|катталыңыз|підписуйтесь|abone olun|takip edin|扫码|关注我们)/iu

/**
 * Takes furniture out of the blocks of a main text that its markup did not give away: names of page parts, bare
 * addresses, date lines at the top, pointers to other reports, calls to subscribe at the end, lists after "Related".
 * A block that repeats the title goes too, since the Article puts the title first.
 */
export function trimBlocks(
  blocks: readonly string[],
  title: string | undefined,
  months: MonthNames,
): { kept: string[]; excluded: Excluded[] } {
  const kept: string[] = []
  const excluded: Excluded[] = []
  const heading = title === undefined ? '' : squeeze(title)
  let tail = false
  for (const [index, block] of blocks.entries()) {
    const line = foldBlanks(block)
    const rest = blocks.slice(index + 1)
    tail ||= kept.length > 0 && isTailHeading(line) && rest.every((later) => later.length <= TAIL_LINE_CHARACTERS)
    const reason = tail
      ? 'related'
      : KEYWORDS.test(block) && index > 0
        ? 'tags'
        : reasonToDrop(line, { index, left: rest.length, heading, months })
    if (reason === undefined) kept.push(block)
    else if (reason !== 'title') excluded.push({ text: block, reason })
  }
  return { kept, excluded }
}

interface Place {
  readonly index: number
  readonly left: number
  readonly heading: string
  readonly months: MonthNames
}

function reasonToDrop(line: string, { index, left, heading, months }: Place): string | undefined {
  if (line.length > CALL_CHARACTERS) return undefined
  if (index < HEAD_BLOCKS && heading !== '' && squeeze(line) === heading) return 'title'
  if (isBoilerplateLine(line) || PICTURE_COUNT.test(line)) return 'boilerplate'
  if (ADDRESS.test(line)) return 'address'
  if (POINTER.test(line)) return 'related'
  if (left < TAIL_BLOCKS && CALL.test(line)) return 'newsletter'
  if (CREDIT.test(line)) return 'credit'
  const edge = index < HEAD_BLOCKS || left < 2
  return edge && isDateLine(line, months) ? 'date-line' : undefined
}

function isDateLine(line: string, months: MonthNames): boolean {
  if (line.length > 90 || /[.!?…]$/u.test(line.replace(/\b(?:г|ж|a\.m|p\.m)\.$/iu, ''))) return false
  const found = findDate(line, months)
  return found !== null && line.length - (found.end - found.start) <= DATE_LINE_REST
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
