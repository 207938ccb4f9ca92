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
  /\b(?:FRONT|ARMY|MOVEMENT|PARTY|ORGANI[SZ]ATION|FMLN|ELN|FARC|MRTA|EPL|M-19|UNITED SELF|COMMAND|BRIGADE|CARTEL|EXTRADITABLES|SHINING PATH|ARMED FORCES|AIR FORCE|DEATH SQUADS?|BATTALION)\b/u
const PROPERTY_SECTORS = new Set(['BUS', 'MNC'])
const PROPERTY =
  /\b(?:building|house|home|office|offices|embassy|bridge|pipeline|bank|station|vehicle|vehicles|car|bus|buses|headquarters|tower|towers|plant|store|stores|school|church|residence|power|pylons?|post|barracks|base|installation|installations|truck|plane|aircraft|farm|refinery|facilities|structures?|helicopter|hotel|restaurant|airport|consulate|mission|shop|shops|university|center|newspaper)\b/iu

const ARMED = new Set(['MIL', 'COP', 'REB', 'UAF', 'PRM'])
const NO_ACTOR =
  /\b(?:bombs?|charges?|mines?|explosions?|attacks?|blast|province|deaths?|corpses?|bod(?:y|ies)|rockets?|devices?|bullets?|fire|operation|station|incident)\b/iu
/** Words before a noun that the keys leave out: counts, articles, and what only tells of the incident. */
const BEFORE =
  /^(?:(?:the|a|an|some|several|at least|about|more than|over|its|their|his|her|two|three|four|five|six|seven|eight|nine|ten|\d+|murdered|slain|killed|kidnapped|wounded|injured|alleged|suspected|former)\s+)+/iu

/** The incidents of a report in the classes of MUC-4, one for each class, roles pooled. Fights between armies are none. */
export function muc4Events(records: readonly EventRecord[], text: string): Muc4Event[] {
  const byType = new Map<string, Muc4Event>()
  for (const record of records) {
    if (record.type !== 'ASSAULT') continue
    if (record.polarity === 'negative' && !record.attempted) continue
    const hit = record.recipients.filter(
      (recipient) => isProperty(recipient) || !recipient.sector.some((sector) => ARMED.has(sector)),
    )
    // Only soldiers or rebels were hit, or both sides fight: combat, no incident.
    if (record.recipients.length > 0 && hit.length === 0) continue
    const state =
      record.actors.length > 0 && record.actors.every((actor) => actor.sector[0] === 'MIL' || actor.sector[0] === 'COP')
    if (record.recipients.length === 0 && (record.actors.length > 1 || state)) continue
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
    for (const actor of record.actors) {
      if (NO_ACTOR.test(actor.quote)) continue
      if (isOrganisation(actor)) add(event.perp_org, actor.quote)
      else if (
        actor.sector.some((sector) => ARMED.has(sector) || sector === 'CRM') ||
        /\b(?:men|individuals?|persons|group|unknown|subjects|assailants|youths|commandos?)\b/iu.test(actor.quote)
      ) {
        add(event.perp_ind, actor.quote)
        const group = /\bof (?:the )?(.{6,})$/isu.exec(actor.quote)?.[1]
        if (group !== undefined && ORGANISATION.test(group.toUpperCase())) add(event.perp_org, group)
      }
    }
    for (const recipient of hit)
      if (!NO_ACTOR.test(recipient.quote) || isProperty(recipient))
        add(isProperty(recipient) ? event.target : event.victim, recipient.quote)
    const from = Math.max(0, record.trigger.start - 120)
    for (const match of text.slice(from, record.trigger.end + 120).matchAll(WEAPON)) {
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

function add(list: string[], quote: string): void {
  const words = quote
    .replace(/[[\]"]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(BEFORE, '')
    .toUpperCase()
  if (words === '' || words.length > 80 || list.includes(words)) return
  if (
    /^(?:HE|SHE|THEY|IT|THEM|HIM|HER|WHO|WE|I|THOSE|OTHERS|PEOPLE|VICTIMS|VICTIM|PERSON|ONE|OTHER|ANOTHER|ITS MEMBERS|MEMBERS)$/u.test(
      words,
    )
  )
    return
  list.push(words)
}

function isOrganisation(actor: RecordActor): boolean {
  return (
    ORGANISATION.test(actor.quote.toUpperCase()) &&
    !/\b(?:members?|men|terrorists?|guerrillas?|soldiers?|rebels?|troops|commandos?)\b/iu.test(actor.quote)
  )
}

function isProperty(actor: RecordActor): boolean {
  return PROPERTY.test(actor.quote) || actor.sector.some((sector) => PROPERTY_SECTORS.has(sector))
}
