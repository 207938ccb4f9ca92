import type { LanguageEngine } from '../src/language/token.ts'
import { findTimes } from '../src/mention/time/find-times.ts'

/** One article of the `time` yardstick. */
export interface TimeText {
  readonly id: string
  readonly document_date: string
  readonly text: string
}

export interface TimePrediction {
  readonly id: string
  readonly timex: readonly { start: number; end: number; type: string; value: string }[]
}

/** Predictions of the `time` yardstick in its scorer's shape. Without an engine the grammar reads the words alone. */
export function predictTime(items: readonly TimeText[], engine?: LanguageEngine): TimePrediction[] {
  return items.map(({ id, text, document_date }) => {
    const analysis = engine?.analyse(text) ?? { language: 'en', sentences: [], lowerCase: false }
    const published = { from: document_date, to: document_date, basis: 'given' }
    const timex = findTimes({ text, analysis, published }).map(({ start, end, type, value }) => ({
      start,
      end,
      type,
      value,
    }))
    return { id, timex }
  })
}
