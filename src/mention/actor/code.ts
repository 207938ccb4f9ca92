/**
 * Codes of actors as `docs/actors.md` explains them: PLOVER 2.0 sectors with the additions of our codebook, and what may
 * stand in place of a country for actors that belong to none.
 */
export const SECTORS = [
  'AGR',
  'BUS',
  'COP',
  'CRM',
  'CVL',
  'EDU',
  'ELI',
  'GOV',
  'JRN',
  'JUD',
  'LAB',
  'LEG',
  'MED',
  'MIL',
  'OPP',
  'PRE',
  'PRM',
  'PTY',
  'REB',
  'REF',
  'REL',
  'SOC',
  'SPY',
  'UAF',
  'UNK',
] as const
export type Sector = (typeof SECTORS)[number]

/** International actors: organisations of states, the United Nations, the European Union, movements, armed groups, firms. */
export const INTERNATIONAL_CODES = ['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC'] as const

const SECTOR_SET: ReadonlySet<string> = new Set(SECTORS)
const INTERNATIONAL_SET: ReadonlySet<string> = new Set(INTERNATIONAL_CODES)

export function isSector(code: string): code is Sector {
  return SECTOR_SET.has(code)
}

/** Whether the code stands in the country field without being a state. */
export function isInternational(code: string): boolean {
  return INTERNATIONAL_SET.has(code)
}
