import type { LanguagePack } from './pack.ts'

/** Longest dateline, in tokens: three place names, a date and an agency in brackets. */
const MAX_TOKENS = 24
/** Longest place name, in tokens. */
const MAX_NAME_TOKENS = 5

const DASH = /^(?:[-–—―]|-{2,3})$/u
const COLON = /^[:：]$/u
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}'’.-]+$/u
const CAPITALISED = /^\p{Lu}/u
const WORD = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u
const NUMBER = /^\d{1,4}(?:st|nd|rd|th)?$/u

interface Parts {
  /** Names of places, in order. */
  readonly names: string[][]
  dated: boolean
  agency: boolean
}

/** Finds the place, date and agency that open a report ("ALMATY, May 3 (Agency) —"). */
export class DatelineFinder {
  private readonly calendar: ReadonlySet<string>
  private readonly agencies: ReadonlySet<string>

  constructor(pack: LanguagePack) {
    this.calendar = new Set([...pack.calendar.months, ...pack.calendar.short, ...pack.calendar.weekdays])
    this.agencies = new Set(pack.agencies)
  }

  /**
   * The number of tokens of the dateline that `forms` begin with, its dash or colon included, or 0.
   * A colon needs a known place, a date or an agency before it, since speakers stand there too ("police: two killed");
   * a dash needs one of them or a name in capitals. Either needs a blank after it.
   */
  find(
    forms: readonly string[],
    isPlace: (name: string) => boolean,
    blankAfter: (token: number) => boolean = () => true,
  ): number {
    const limit = Math.min(forms.length - 1, MAX_TOKENS)
    const parts: Parts = { names: [[]], dated: false, agency: false }
    for (let i = 0; i < limit; i++) {
      const form = forms[i] as string
      if (DASH.test(form) || COLON.test(form))
        return blankAfter(i) && this.accepts(parts, COLON.test(form), isPlace) ? i + 1 : 0
      if (form === '(') {
        const close = forms.indexOf(')', i)
        if (close === -1 || close > limit || close === i + 1) return 0
        parts.agency = true
        i = close
        continue
      }
      if (!this.take(form, parts)) return 0
    }
    return 0
  }

  private take(form: string, parts: Parts): boolean {
    const folded = form.toLowerCase().replace(/\.$/u, '')
    const name = parts.names.at(-1) as string[]
    if (form === ',' || form === '/' || form === ';') {
      if (name.length > 0) parts.names.push([])
      return true
    }
    if (this.calendar.has(folded)) {
      parts.dated = true
      return true
    }
    if (NUMBER.test(form)) return parts.dated || name.length === 0 ? parts.names[0]?.length !== 0 : false
    if (this.agencies.has(folded)) {
      parts.agency = true
      return true
    }
    if (!WORD.test(form) || parts.dated || name.length >= MAX_NAME_TOKENS) return false
    name.push(form)
    return true
  }

  private accepts(parts: Parts, colon: boolean, isPlace: (name: string) => boolean): boolean {
    const first = parts.names[0] as string[]
    if (first.length === 0) return false
    const isKnown = isPlace(first.join(' '))
    if (isKnown && parts.names.every((name) => name.length <= MAX_NAME_TOKENS)) return true
    const capitals = first.every((word) => ALL_CAPITALS.test(word))
    const capitalised = parts.names.every((name) => name.every((word) => CAPITALISED.test(word)))
    if (colon) return capitalised && parts.dated && (capitals || parts.agency)
    return capitals || (capitalised && (parts.dated || parts.agency))
  }
}
