import type { EventRecord } from '../coding/event-record.ts'
import type { StoredRecord } from '../store/store.ts'
import { plainLine, type Terminal } from './terminal.ts'

/** One line a field: its value, its basis where it is not stated, and the words it stands on. */
export function recordLines({ record, machine, status, revision }: StoredRecord, terminal: Terminal): string[] {
  const head = `${record.type}${record.mode.length ? ` ${record.mode.join(', ')}` : ''}${record.form ? ` (${record.form})` : ''}`
  const flags = [
    record.polarity === 'negative' ? 'did not happen' : '',
    record.omission ? 'failed to act' : '',
    record.attempted ? 'attempted' : '',
    record.background ? 'background' : '',
  ].filter(Boolean)
  const rows: [string, string, string][] = [
    ['trigger', '', record.trigger.quote],
    ...record.actors.map((actor): [string, string, string] => ['actor', actorText(actor), actor.quote]),
    ...record.recipients.map((actor): [string, string, string] => ['recipient', actorText(actor), actor.quote]),
    ...record.issues.map((issue): [string, string, string] => [
      'issue',
      issue.topic + (issue.target ? ` → ${issue.target.name}` : ''),
      issue.quote,
    ]),
    ['place', placeText(record.place), record.place?.quote ?? ''],
    ['date', dateText(record.date), record.date?.quote ?? ''],
    ...(['size', 'killed', 'injured', 'arrested'] as const).flatMap((name): [string, string, string][] => {
      const quantity = record[name]
      return quantity ? [[name, quantityText(quantity), quantity.quote]] : []
    }),
    ...(record.authorisation
      ? ([['authorised', record.authorisation.value, record.authorisation.quote]] as [string, string, string][])
      : []),
    ['certainty', [record.certainty.value, ...flags].join(', '), record.certainty.quote ?? ''],
    ...(record.speaker ? ([['said by', record.speaker.name, record.speaker.quote]] as [string, string, string][]) : []),
    ...record.links.map((link): [string, string, string] => [link.kind, link.event, link.quote]),
  ]
  const nameWidth = Math.max(...rows.map(([name]) => name.length))
  const verdict = status === 'machine' ? 'coded by machine' : `${status} by a person, revision ${revision}`
  return [
    `${terminal.style('bold', head)}  ${record.id}  confidence ${record.confidence.toFixed(2)}  ${verdict}`,
    ...rows.map(([name, value, quote]) => {
      const words = quote ? terminal.style('dim', `“${plainLine(quote)}”`) : ''
      return `  ${name.padEnd(nameWidth)}  ${[plainLine(value), words].filter(Boolean).join('  ')}`
    }),
    ...(record === machine || status === 'machine' ? [] : changedFields(record, machine)),
  ]
}

/** What the machine had where a person decided otherwise. */
function changedFields(record: EventRecord, machine: EventRecord): string[] {
  return (Object.keys(machine) as (keyof EventRecord)[])
    .filter((field) => JSON.stringify(record[field]) !== JSON.stringify(machine[field]))
    .map((field) => `  the machine had ${field}: ${plainLine(JSON.stringify(machine[field]))}`)
}

/** Why a record is as it is: rules, coder, rival values, decisions, links. */
export function whyLines(stored: StoredRecord, terminal: Terminal): string[] {
  const { machine } = stored
  return [
    terminal.style('bold', 'Why'),
    `  rules      ${machine.basis.join(', ') || '–'}`,
    `  coder      ${machine.coder.name} ${machine.coder.version}, resources ${machine.coder.resources.slice(0, 19)}…`,
    `  codebook   ${machine.codebook}`,
    ...machine.evidence.map((evidence) => `  evidence   ${evidence.field}: “${plainLine(evidence.quote)}”`),
    ...machine.claims.map(
      (claim) =>
        `  claim      ${claim.field} = ${plainLine(JSON.stringify(claim.value))}${claim.claimant ? ` (${plainLine(claim.claimant)})` : ''}  “${plainLine(claim.quote)}”`,
    ),
    ...stored.linked.map(
      (link) => `  link       ${link.direction === 'to' ? `${link.kind} →` : `← ${link.kind} of`} ${link.record}`,
    ),
    ...stored.decisions.map(
      (decision) =>
        `  decision   ${decision.at.slice(0, 16)} ${plainLine(decision.person)}: ${decision.action}${decision.field ? ` ${decision.field}` : ''}${decision.action === 'change' ? ` = ${plainLine(JSON.stringify(decision.value))}` : ''}${decision.reason ? ` (${plainLine(decision.reason)})` : ''}`,
    ),
    ...(stored.current ? [] : ['  superseded by a later coding of the article']),
  ]
}

function actorText(actor: EventRecord['actors'][number]): string {
  const codes = [actor.country, actor.sector.join('/')].filter(Boolean).join(' ')
  return `${actor.name}${codes ? ` [${codes}]` : ''}${actor.role ? `, ${actor.role}` : ''}${basisText(actor.basis)}`
}

function placeText(place: EventRecord['place']): string {
  if (!place) return 'not stated'
  const position = place.lat !== null && place.lon !== null ? ` ${place.lat.toFixed(3)}, ${place.lon.toFixed(3)}` : ''
  return `${[place.name, place.admin1, place.country].filter(Boolean).join(', ')} (${place.precision})${position}${basisText(place.basis)}`
}

function dateText(date: EventRecord['date']): string {
  if (!date) return 'not stated'
  return `${date.from === date.to ? date.from : `${date.from} to ${date.to}`}${date.grain === 'day' ? '' : ` (${date.grain})`}${basisText(date.basis)}`
}

function quantityText(quantity: NonNullable<EventRecord['size']>): string {
  const { low, high, qualifier, claimant } = quantity
  const range =
    low === null && high === null ? 'a number not stated' : low === high ? `${low}` : `${low ?? '?'} to ${high ?? '?'}`
  return `${range}${qualifier === 'exact' ? '' : ` (${qualifier})`}${claimant ? `, says ${claimant}` : ''}`
}

/** How a value came to be, unless the text says it. */
function basisText(basis: string): string {
  return basis === 'stated' || basis === '' ? '' : `, ${basis}`
}
