import type { EventRecord, RecordActor } from '../src/coding/event-record.ts'

export interface Muc4Prediction {
  readonly id: string
  readonly events: readonly Muc4Event[]
}
export interface Muc4Event {
  type: string
  stage: string
  perp_ind: string[]
  perp_org: string[]
  target: string[]
  victim: string[]
  weapon: string[]
}

const WEAPON =
  /\b(?:(?:car |time |parcel )?bombs?|dynamite|grenades?|mortars?|rifles?|machine ?guns?|explosives?|mines?|rockets?|missiles?|molotov cocktails?|pistols?|submachine ?guns?|bullets|knives|knife|stones|aircraft|helicopters?|firearms?|torches)\b/giu
const ORGANISATION =
  /\b(?:front|army|movement|party|organi[sz]ation|[A-Z]{2,5}|command|brigade|cartel|extraditables|path|forces|group|battalion)\b/u
const PROPERTY_SECTORS = new Set(['BUS', 'MNC'])
const PROPERTY =
  /\b(?:building|house|home|office|offices|embassy|bridge|pipeline|bank|station|vehicle|vehicles|car|bus|buses|headquarters|tower|towers|plant|store|stores|school|church|residence|power|pylons?|post|barracks|base|installation|installations|truck|plane|aircraft|farm|refinery|facilities|structures?|helicopter|hotel|restaurant|airport|consulate|mission|shop|shops|university|center|newspaper)\b/iu

/** The incidents of a report in the classes of MUC-4, one for each class, roles pooled. */
export function muc4Events(records: readonly EventRecord[], text: string): Muc4Event[] {
  const byType = new Map<string, Muc4Event>()
  for (const record of records) {
    if (
      record.type !== 'ASSAULT' &&
      !(record.type === 'PROTEST' && record.mode.includes('riot') && record.mode.includes('destroy'))
    )
      continue
    if (record.polarity === 'negative' && !record.attempted) continue
    const type = incidentType(record)
    const event = byType.get(type) ?? {
      type,
      stage: 'ACCOMPLISHED',
      perp_ind: [],
      perp_org: [],
      target: [],
      victim: [],
      weapon: [],
    }
    byType.set(type, event)
    if (record.attempted) event.stage = 'ATTEMPTED'
    for (const actor of record.actors) add(isOrganisation(actor) ? event.perp_org : event.perp_ind, actor)
    for (const recipient of record.recipients) add(isProperty(recipient) ? event.target : event.victim, recipient)
    const from = Math.max(0, record.trigger.start - 150)
    for (const match of text.slice(from, record.trigger.end + 150).matchAll(WEAPON)) {
      const weapon = match[0].toUpperCase()
      if (!event.weapon.includes(weapon)) event.weapon.push(weapon)
    }
  }
  return [...byType.values()]
}

function incidentType(record: EventRecord): string {
  const quote = record.trigger.quote.toLowerCase()
  if (record.mode.includes('abduct')) return 'KIDNAPPING'
  if (record.mode.includes('explosives')) return 'BOMBING'
  if (
    /arson|torch|fire to|ablaze|burn/u.test(quote) &&
    (record.mode.includes('destroy') || record.mode.includes('primitive'))
  )
    return 'ARSON'
  if (/rob|loot|heist/u.test(quote)) return 'ROBBERY'
  return 'ATTACK'
}

function add(list: string[], actor: RecordActor): void {
  const words = actor.quote.replace(/^(?:the|a|an)\s+/iu, '').toUpperCase()
  if (
    words !== '' &&
    !list.includes(words) &&
    !/^(?:HE|SHE|THEY|IT|THEM|HIM|WHO|WE|I|THOSE|OTHERS|PEOPLE)$/u.test(words)
  )
    list.push(words)
}

function isOrganisation(actor: RecordActor): boolean {
  return (
    ORGANISATION.test(actor.quote) &&
    !/\b(?:members?|men|terrorists?|guerrillas?|soldiers?|rebels?)\b/iu.test(actor.quote)
  )
}

function isProperty(actor: RecordActor): boolean {
  return PROPERTY.test(actor.quote) || actor.sector.some((sector) => PROPERTY_SECTORS.has(sector))
}
