import { SEIZED_GROUND, SEIZED_WEAPONS } from '../en/seized-words.ts'
import type { EventRecord } from '../event-record.ts'

/** An ACLED-like view of a record: names of event type and sub-event type, and the label of the CASE-2021 task. */
export interface AcledView {
  readonly eventType: string
  readonly subEvent: string
  readonly label: string
}

/** Every row of the crosswalk by the CASE-2021 label. The terms stay with ACLED; the rules that pick a row are ours. */
export const ACLED_ROWS = {
  PEACE_PROTEST: ['Protests', 'Peaceful protest'],
  PROTEST_WITH_INTER: ['Protests', 'Protest with intervention'],
  FORCE_AGAINST_PROTEST: ['Protests', 'Excessive force against protesters'],
  VIOL_DEMONSTR: ['Riots', 'Violent demonstration'],
  MOB_VIOL: ['Riots', 'Mob violence'],
  ARMED_CLASH: ['Battles', 'Armed clash'],
  GOV_REGAINS_TERIT: ['Battles', 'Government regains territory'],
  NON_STATE_ACTOR_OVERTAKES_TER: ['Battles', 'Non-state actor overtakes territory'],
  CHEM_WEAP: ['Explosions/Remote violence', 'Chemical weapon'],
  AIR_STRIKE: ['Explosions/Remote violence', 'Air/drone strike'],
  SUIC_BOMB: ['Explosions/Remote violence', 'Suicide bomb'],
  ART_MISS_ATTACK: ['Explosions/Remote violence', 'Shelling/artillery/missile attack'],
  REM_EXPLOS: ['Explosions/Remote violence', 'Remote explosive/landmine/IED'],
  GRENADE: ['Explosions/Remote violence', 'Grenade'],
  ATTACK: ['Violence against civilians', 'Attack'],
  ABDUCT_DISSAP: ['Violence against civilians', 'Abduction/forced disappearance'],
  SEX_VIOL: ['Violence against civilians', 'Sexual violence'],
  AGREEMENT: ['Strategic developments', 'Agreement'],
  ARREST: ['Strategic developments', 'Arrests'],
  CHANGE_TO_GROUP_ACT: ['Strategic developments', 'Change to group/activity'],
  DISR_WEAP: ['Strategic developments', 'Disrupted weapons use'],
  HQ_ESTABLISHED: ['Strategic developments', 'Headquarters or base established'],
  PROPERTY_DISTRUCT: ['Strategic developments', 'Looting/property destruction'],
  NON_VIOL_TERRIT_TRANSFER: ['Strategic developments', 'Non-violent transfer of territory'],
  OTHER: ['Strategic developments', 'Other'],
} as const satisfies Record<string, readonly [string, string]>
export type AcledLabel = keyof typeof ACLED_ROWS

/** What the view needs of a record. */
export type AcledInput = Pick<
  EventRecord,
  | 'type'
  | 'mode'
  | 'form'
  | 'actors'
  | 'recipients'
  | 'killed'
  | 'injured'
  | 'certainty'
  | 'polarity'
  | 'background'
  | 'trigger'
> & { readonly issues?: readonly { readonly quote: string }[] }

const ARMED = new Set(['MIL', 'REB', 'COP', 'PRM', 'UAF', 'IMG', 'SPY', 'GOV', 'CRM'])
const GATHERING = new Set(['demo', 'obstruct', 'riot'])
const WITHOUT_GATHERING = new Set(['strike', 'hunger-strike', 'boycott', 'petition'])
const AERIAL_FIRST: readonly (readonly [string, AcledLabel])[] = [
  ['unconventional', 'CHEM_WEAP'],
  ['suicide-attack', 'SUIC_BOMB'],
  ['aerial', 'AIR_STRIKE'],
  ['drone', 'AIR_STRIKE'],
  ['heavy-weapons', 'ART_MISS_ATTACK'],
  ['abduct', 'ABDUCT_DISSAP'],
  ['sexual', 'SEX_VIOL'],
]

/**
 * The ACLED-like row of a record, or null where the record has none: planned, denied, hypothetical, called-for and
 * background records never get one. `responses` are the records linked to this one as responses to it.
 */
export function toAcled(record: AcledInput, responses: readonly AcledInput[] = []): AcledView | null {
  const { value } = record.certainty
  if (value !== 'asserted' && value !== 'alleged') return null
  if (record.polarity === 'negative' || record.background) return null
  const label = labelOf(record, responses)
  if (label === null) return null
  const [eventType, subEvent] = ACLED_ROWS[label]
  return { eventType, subEvent, label }
}

function labelOf(record: AcledInput, responses: readonly AcledInput[]): AcledLabel | null {
  switch (record.type) {
    case 'PROTEST':
      return protestLabel(record, responses)
    case 'ASSAULT':
      return assaultLabel(record)
    case 'COERCE':
      return record.mode.includes('arrest') ? 'ARREST' : record.mode.includes('seize') ? seizureLabel(record) : null
    case 'AGREE':
    case 'SUPPORT':
      return 'AGREEMENT'
    case 'MOBILIZE':
      return 'CHANGE_TO_GROUP_ACT'
    case 'RETREAT':
      return record.mode.includes('withdraw') ? 'NON_VIOL_TERRIT_TRANSFER' : 'OTHER'
    default:
      return null
  }
}

const STATE_SIDE = new Set(['MIL', 'COP', 'GOV', 'PRM', 'SPY'])
const OTHER_SIDE = new Set(['REB', 'UAF', 'IMG', 'CRM'])

/** What was seized decides: weapons are disrupted use of them, ground changes hands, other things have no row. */
function seizureLabel(record: AcledInput): AcledLabel | null {
  const words = [record.trigger, ...record.recipients, ...(record.issues ?? [])].map((each) => each.quote).join(' ')
  if (SEIZED_WEAPONS.test(words)) return 'DISR_WEAP'
  if (!SEIZED_GROUND.test(words)) return null
  const by = (sides: ReadonlySet<string>): boolean =>
    record.actors.some((actor) => actor.sector.some((sector) => sides.has(sector)))
  return by(OTHER_SIDE) ? 'NON_STATE_ACTOR_OVERTAKES_TER' : by(STATE_SIDE) ? 'GOV_REGAINS_TERIT' : null
}

function protestLabel(record: AcledInput, responses: readonly AcledInput[]): AcledLabel | null {
  if (record.form !== null && WITHOUT_GATHERING.has(record.form)) return null
  if (record.mode.length > 0 && !record.mode.some((mode) => GATHERING.has(mode))) return null
  if (record.mode.includes('riot'))
    return record.form === 'riot' && !record.mode.includes('demo') ? 'MOB_VIOL' : 'VIOL_DEMONSTR'
  const force = responses.filter((response) => response.type === 'ASSAULT')
  if (force.some((response) => response.mode.includes('firearms') || response.killed !== null))
    return 'FORCE_AGAINST_PROTEST'
  if (force.length > 0 || responses.some((response) => response.type === 'COERCE')) return 'PROTEST_WITH_INTER'
  return 'PEACE_PROTEST'
}

function assaultLabel(record: AcledInput): AcledLabel {
  for (const [mode, label] of AERIAL_FIRST) if (record.mode.includes(mode)) return label
  if (record.mode.includes('explosives')) return /grenade/iu.test(record.trigger.quote) ? 'GRENADE' : 'REM_EXPLOS'
  if (record.mode.includes('destroy') && record.killed === null) return 'PROPERTY_DISTRUCT'
  const sides = [record.actors, record.recipients].map((list) =>
    list.some((actor) => actor.sector.some((sector) => ARMED.has(sector))),
  )
  const both = sides[0] && (sides[1] || (record.recipients.length === 0 && record.actors.length > 1))
  return both ? 'ARMED_CLASH' : 'ATTACK'
}
