import type { LanguagePack } from '../pack.ts'

/** For text in a language that has no pack: words and sentences by signs alone, no tags. */
export const und: LanguagePack = {
  language: 'und',
  abbreviations: { neverFinal: [], mayBeFinal: [], beforeNumber: [], capitalised: [] },
  calendar: { months: [], short: [], weekdays: [] },
  clitics: { suffixes: [], words: {}, whole: [] },
  prefixes: [],
  splitsHyphens: false,
  units: [],
  starters: [],
  agencies: [],
  stems: () => [],
  irregular: {},
  tags: {
    tagClass: (token) => `${token.upos}|${token.feats}`,
    fromClass(tagClass) {
      const bar = tagClass.indexOf('|')
      return { upos: tagClass.slice(0, bar), xpos: '', feats: tagClass.slice(bar + 1) }
    },
  },
}
