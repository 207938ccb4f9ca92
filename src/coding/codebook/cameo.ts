import type { EventType } from '../event-record.ts'

/** Type (and mode) that a CAMEO code is read as; `STATEMENT` for the roots 01 and 02, which PLOVER does not have. */
export interface CameoReading {
  readonly type: EventType | 'STATEMENT'
  readonly mode: string | null
}

const ROOTS: Readonly<Record<string, CameoReading>> = {
  '01': { type: 'STATEMENT', mode: null },
  '02': { type: 'STATEMENT', mode: null },
  '03': { type: 'AGREE', mode: null },
  '04': { type: 'CONSULT', mode: null },
  '05': { type: 'SUPPORT', mode: null },
  '06': { type: 'COOPERATE', mode: null },
  '07': { type: 'AID', mode: null },
  '08': { type: 'CONCEDE', mode: null },
  '09': { type: 'ACCUSE', mode: 'investigate' },
  '10': { type: 'REQUEST', mode: null },
  '11': { type: 'ACCUSE', mode: null },
  '12': { type: 'REJECT', mode: null },
  '13': { type: 'THREATEN', mode: null },
  '14': { type: 'PROTEST', mode: null },
  '15': { type: 'MOBILIZE', mode: null },
  '16': { type: 'SANCTION', mode: null },
  '17': { type: 'COERCE', mode: null },
  '18': { type: 'ASSAULT', mode: null },
  '19': { type: 'ASSAULT', mode: null },
  '20': { type: 'ASSAULT', mode: 'unconventional' },
}

/** Codes whose reading differs from that of their root. The longest prefix wins. */
const EXCEPTIONS: Readonly<Record<string, CameoReading>> = {
  '0813': { type: 'CONCEDE', mode: null },
  '0814': { type: 'CONCEDE', mode: null },
  '084': { type: 'RETREAT', mode: 'release' },
  '085': { type: 'RETREAT', mode: null },
  '086': { type: 'RETREAT', mode: 'access' },
  '087': { type: 'RETREAT', mode: null },
  '0871': { type: 'RETREAT', mode: 'ceasefire' },
  '0873': { type: 'RETREAT', mode: 'disarm' },
  '0874': { type: 'RETREAT', mode: 'withdraw' },
  '116': { type: 'SANCTION', mode: 'convict' },
  '175': { type: 'ASSAULT', mode: 'crowd-control' },
  '1712': { type: 'ASSAULT', mode: 'destroy' },
  '191': { type: 'COERCE', mode: 'restrict' },
  '192': { type: 'COERCE', mode: 'seize' },
}

/** Reads a CAMEO code by its longest known prefix; null where the root is unknown. */
export function fromCameo(code: string): CameoReading | null {
  for (let length = code.length; length > 2; length--) {
    const found = EXCEPTIONS[code.slice(0, length)]
    if (found) return found
  }
  return ROOTS[code.slice(0, 2)] ?? null
}

/** The most specific safe CAMEO code of each type and mode; the key `` is for no mode or any other. */
export const CAMEO: Readonly<Record<EventType, Readonly<Record<string, string>>>> = {
  AGREE: { '': '030' },
  CONSULT: { '': '040', visit: '042', phone: '041', 'third-party': '044' },
  SUPPORT: { '': '050' },
  COOPERATE: { '': '060' },
  AID: { '': '070' },
  CONCEDE: { '': '080' },
  RETREAT: {
    '': '080',
    release: '0841',
    ceasefire: '0871',
    withdraw: '0874',
    disarm: '0873',
    access: '086',
    resign: '0831',
  },
  REQUEST: { '': '100', assist: '101', change: '104', yield: '105', meet: '106' },
  ACCUSE: { '': '110', disapprove: '111', allege: '112', investigate: '090' },
  REJECT: { '': '120', assist: '121', change: '123', yield: '124', meet: '125' },
  THREATEN: { '': '130', restrict: '132', relations: '1313', expel: '136', territory: '1382', violence: '138' },
  PROTEST: {
    '': '140',
    demo: '141',
    hunger: '142',
    boycott: '143',
    strike: '143',
    obstruct: '144',
    riot: '145',
    vandalize: '145',
  },
  MOBILIZE: { '': '150', police: '153', troops: '154' },
  SANCTION: { '': '160', discontinue: '162', withdraw: '161', expel: '166', convict: '116' },
  COERCE: {
    '': '170',
    seize: '171',
    restrict: '172',
    curfew: '1723',
    'martial-law': '1724',
    arrest: '173',
    deport: '174',
    censor: '1721',
  },
  ASSAULT: {
    '': '180',
    abduct: '181',
    beat: '182',
    sexual: '1821',
    torture: '1822',
    explosives: '183',
    'suicide-attack': '1831',
    targeted: '186',
    'crowd-control': '175',
    firearms: '193',
    'heavy-weapons': '194',
    aerial: '195',
    drone: '195',
    unconventional: '204',
  },
}

/** Order of preference where a record has several modes with a code: the more specific first. */
const MODE_ORDER: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  ASSAULT: [
    'suicide-attack',
    'targeted',
    'sexual',
    'torture',
    'abduct',
    'unconventional',
    'aerial',
    'drone',
    'heavy-weapons',
    'explosives',
    'firearms',
    'crowd-control',
    'beat',
  ],
}

/** The CAMEO code of a record. The first mode that has a code of its own decides. */
export function toCameo(type: EventType, modes: readonly string[]): string {
  const table = CAMEO[type]
  const order = MODE_ORDER[type]
  const sorted = order ? [...modes].sort((a, b) => rank(order, a) - rank(order, b)) : modes
  for (const mode of sorted) {
    const code = table[mode]
    if (code !== undefined) return code
  }
  return table[''] as string
}

/** What `cameoOf` reads of a record. */
export interface CameoFacts {
  readonly type: EventType
  readonly mode: readonly string[]
  readonly context: readonly string[]
  readonly basis: readonly string[]
}

/** What is meant to be done, by the type of the act: "will send aid" is AGREE, and CAMEO 033. */
const INTENT: Readonly<Partial<Record<EventType, string>>> = {
  COOPERATE: '031',
  SUPPORT: '032',
  AID: '033',
  CONCEDE: '035',
  RETREAT: '035',
  CONSULT: '036',
}

/** Codes of a type that depend on what it is about, the first context that fits. */
const BY_CONTEXT: Readonly<Partial<Record<EventType, readonly (readonly [string, string])[]>>> = {
  AID: [
    ['asylum', '075'],
    ['peacekeeping', '074'],
    ['military', '072'],
    ['disasters', '073'],
    ['health', '073'],
    ['human_security', '073'],
    ['economic', '071'],
  ],
  COOPERATE: [
    ['intelligence', '064'],
    ['military', '062'],
    ['legal', '063'],
    ['economic', '061'],
  ],
}

/**
 * The finest safe CAMEO code of a record: its mode's, else what the paragraph says it is about; of a promise what is
 * promised. "The United States supplied arms to Israel" is 072, "will supply" and "pledged to supply" 033.
 */
export function cameoOf({ type, mode, context, basis }: CameoFacts): string {
  if (type === 'AGREE') {
    const told = basis.some((rule) => rule.startsWith('collapse:future'))
      ? /^trigger:([a-z]+)\./u.exec(basis[0] ?? '')?.[1]
      : basis.find((rule) => rule.startsWith('content:'))?.slice('content:'.length)
    const code = told === undefined ? undefined : INTENT[told.toUpperCase() as EventType]
    if (code !== undefined) return code
  }
  const coarse = toCameo(type, mode)
  const named = /^cameo:(\d+)$/u.exec(basis.find((rule) => rule.startsWith('cameo:')) ?? '')?.[1]
  // The row speaks of its own type: what became another one by an attitude is that one's.
  if (named?.slice(0, 2) === coarse.slice(0, 2)) return named as string
  if (named === APPEAL_ROOT && type === 'REQUEST') return APPEALS[coarse] ?? coarse
  if (coarse !== CAMEO[type]['']) return coarse
  return BY_CONTEXT[type]?.find(([about]) => context.includes(about))?.[1] ?? coarse
}

/** CAMEO keeps asking apart from demanding; PLOVER does not. */
const APPEAL_ROOT = '02'
const APPEALS: Readonly<Record<string, string>> = {
  '100': '020',
  '101': '023',
  '104': '024',
  '105': '025',
  '106': '026',
}

function rank(order: readonly string[], mode: string): number {
  const at = order.indexOf(mode)
  return at < 0 ? order.length : at
}
