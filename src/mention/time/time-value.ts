import type { PlainDate } from '../../base/plain-date.ts'
import type { TimeGrain, TimeMention } from '../mention.ts'
import type { Interval } from './interval.ts'
import type { Lean } from './tense.ts'
import type { Clock, DayPart } from './tree.ts'

/** What a value may hang on: the day of publication and the last date that the story has told. */
export interface TimeContext {
  /** Day that relative dates are counted from; null where nothing is known of the publication. */
  readonly published: PlainDate | null
  /** Only a lower bound of the publication is known: said in every basis that stands on it. */
  readonly bounded: boolean
  /** The last date told outright in this story. */
  readonly story: StoryDate | null
  /** Paragraph of the expression, so that a story date can be told to be near. */
  readonly paragraph: number
  /** The last quarter told, unless a longer period was told after it. */
  readonly quarter: Quarter | null
  /** Which way the words around it lean. */
  readonly lean: Lean
  /** ISO 3166-1 alpha-3 of the outlet or topic, for days that differ by country. */
  readonly country: string | undefined
}

/** The period that figures of the story are told for. */
export interface Quarter {
  readonly year: number
  readonly index: number
  readonly paragraph: number
}

export interface StoryDate {
  readonly from: PlainDate
  readonly grain: TimeGrain
  /** Its year was written, not worked out. */
  readonly stated: boolean
  readonly paragraph: number
}

/** The resolved part of a TimeMention. */
export type TimeValue = Pick<TimeMention, 'type' | 'value' | 'from' | 'to' | 'grain' | 'mod' | 'anchor' | 'basis'>

export const pad = (n: number): string => String(n).padStart(2, '0')

export function inferred(rule: string, context: TimeContext, anchor: TimeMention['anchor'] = 'publication'): string {
  return `inferred:${rule}${context.bounded && anchor === 'publication' ? ':publication-lower-bound' : ''}`
}

export function dated(
  value: string,
  interval: Interval | null,
  grain: TimeGrain,
  anchor: TimeMention['anchor'],
  basis: string,
): TimeValue {
  return {
    type: 'DATE',
    value,
    from: interval?.from ?? null,
    to: interval?.to ?? null,
    grain,
    mod: null,
    anchor,
    basis,
  }
}

export function unknown(value: string, grain: TimeGrain): TimeValue {
  return {
    type: 'DATE',
    value,
    from: null,
    to: null,
    grain,
    mod: null,
    anchor: 'none',
    basis: 'inferred:no-publication-date',
  }
}

export function clockText(clock: Clock): string {
  return clock.minute === null ? pad(clock.hour) : `${pad(clock.hour)}:${pad(clock.minute)}`
}

/** A day with the clock time or part of day that the tree gives. */
export function day(
  on: PlainDate,
  context: TimeContext,
  rule: string,
  tree: { readonly clock?: Clock; readonly part?: DayPart },
  anchor: TimeMention['anchor'] = 'publication',
): TimeValue {
  const basis = rule === 'stated' ? 'stated' : inferred(rule, context, anchor)
  if (tree.clock)
    return {
      type: 'TIME',
      value: `${on}T${clockText(tree.clock)}`,
      from: on,
      to: on,
      grain: 'time',
      mod: null,
      anchor,
      basis,
    }
  if (tree.part)
    return { type: 'TIME', value: `${on}T${tree.part}`, from: on, to: on, grain: 'day', mod: null, anchor, basis }
  return dated(on, { from: on, to: on }, 'day', anchor, basis)
}
