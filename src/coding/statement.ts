import type { Quote } from '../base/span.ts'

/** Who said what about whom, with the stance taken. Kept beside the records; PLOVER has no class for bare comments. */
export interface Statement extends Quote {
  readonly speaker: { readonly name: string; readonly quote: string; readonly start: number; readonly end: number }
  readonly target: {
    readonly name: string
    readonly country: string | null
    readonly quote: string
    readonly start: number
    readonly end: number
  } | null
  readonly stance: 'supports' | 'criticises' | 'denies' | 'neutral'
}
