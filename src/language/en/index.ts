import type { LanguagePack } from '../pack.ts'
import abbreviations from './data/abbreviations.json' with { type: 'json' }
import agencies from './data/agencies.json' with { type: 'json' }
import clitics from './data/clitics.json' with { type: 'json' }
import irregular from './data/irregular.json' with { type: 'json' }
import calendar from './data/months.json' with { type: 'json' }
import prefixes from './data/prefixes.json' with { type: 'json' }
import starters from './data/starters.json' with { type: 'json' }
import units from './data/units.json' with { type: 'json' }
import { stems, tags } from './morphology.ts'

/** English, cut as the treebanks EWT and GUM cut it. */
export const en: LanguagePack = {
  language: 'en',
  abbreviations,
  calendar,
  clitics,
  prefixes,
  splitsHyphens: true,
  units,
  starters,
  agencies,
  irregular,
  tags,
  stems,
}
