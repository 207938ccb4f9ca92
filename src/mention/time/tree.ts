/** Units that time is counted in, by their TIMEX3 letter. */
export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type Edge = 'START' | 'MID' | 'END'
/** Parts of a day as TIMEX3 writes them: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'
/** -1 the one before, 0 the present one, 1 the one after. */
export type Step = -1 | 0 | 1

/** How a year is given: outright, or by a step from the present one ("last year"). */
export type YearRef = { readonly year: number } | { readonly step: Step } | { readonly same: true }

/** What a year is narrowed to: "third quarter", "first half", "spring". */
export type YearPart =
  | { readonly part: 'quarter'; readonly index: 1 | 2 | 3 | 4 }
  | { readonly part: 'half'; readonly index: 1 | 2 }
  | { readonly part: 'season'; readonly season: Season }

/**
 * What the grammar reads from the words alone, before any date is known. The resolver turns it into a value with the
 * publication date, the narrative anchor and the tense around it.
 */
export type TimeTree = TimeCore & {
  readonly edge?: Edge
  /** "about", "around", "or so". */
  readonly approximate?: boolean
  /** "earlier this year", "later this week": a side of the period, not an end of it. */
  readonly side?: 'BEFORE' | 'AFTER'
  /** Written before the fiscal year's name: the period is a company's, kept at face value. */
  readonly fiscal?: boolean
}

export type TimeCore =
  | {
      readonly kind: 'calendar-day'
      readonly month: number
      readonly day: number
      readonly lastDay?: number
      readonly year?: YearRef
      readonly weekday?: number
      readonly clock?: Clock
      readonly part?: DayPart
    }
  | { readonly kind: 'calendar-month'; readonly month: number; readonly year?: YearRef; readonly step?: Step }
  | { readonly kind: 'year'; readonly year: number; readonly lastYear?: number }
  | {
      readonly kind: 'year-part'
      readonly part: YearPart
      readonly year?: YearRef
      readonly step?: Step
      readonly yearAgo?: boolean
    }
  | { readonly kind: 'decade'; readonly decade: number }
  | { readonly kind: 'century'; readonly century: number }
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly step?: Step
      readonly part?: DayPart
      readonly clock?: Clock
      readonly week?: Step
    }
  | { readonly kind: 'day-step'; readonly days: number; readonly part?: DayPart; readonly clock?: Clock }
  | {
      /** "the past week" runs up to the publication; "last week" is the calendar's. */ readonly trailing?: true
      readonly kind: 'period'
      readonly unit: TimeUnit
      readonly step: Step
      readonly of: 'publication' | 'narrative'
    }
  | { readonly kind: 'week-of'; readonly month: number; readonly day: number; readonly year?: YearRef }
  | { readonly kind: 'same'; readonly unit: TimeUnit }
  | {
      readonly kind: 'offset'
      readonly amount: number | null
      readonly unit: TimeUnit
      readonly sign: -1 | 1
      readonly of: 'publication' | 'narrative' | 'day'
      readonly day?: TimeTree
    }
  | {
      readonly kind: 'duration'
      /** "the past three days", "the next two weeks": the length lies at the publication. */
      readonly step?: -1 | 1
      readonly amount: number | null
      readonly unit: TimeUnit
      readonly extra?: { readonly amount: number; readonly unit: TimeUnit }
    }
  /** "44-year-old": read so that it is taken for no length of time. */
  | { readonly kind: 'age' }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'reference'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | { readonly kind: 'clock'; readonly clock: Clock }
  | { readonly kind: 'named-day'; readonly name: string; readonly year?: YearRef }

export interface Clock {
  readonly hour: number
  readonly minute: number | null
}
