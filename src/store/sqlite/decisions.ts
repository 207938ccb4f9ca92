import { GroundswellError } from '../../base/error.ts'
import { contentId } from '../../base/id.ts'
import type { EventRecord } from '../../coding/event-record.ts'
import { applyDecisions, undoneDecisions, withField } from '../../review/apply-decisions.ts'
import { type Decision, type DecisionInput, decisionInput } from '../../review/decision.ts'
import type { SqliteDriver } from './driver.ts'
import type { SqliteWriter } from './writer.ts'

/** Appends a decision and rewrites every record of its key, so that all codings of the same words agree. */
export function decide(
  driver: SqliteDriver,
  writer: SqliteWriter,
  now: () => string,
  record: string,
  input: DecisionInput,
): void {
  const checked = decisionInput.safeParse(input)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    throw new GroundswellError('GS-E513', { detail: `${issue?.path.join('.') || 'decision'}: ${issue?.message}` })
  }
  const decision = checked.data
  driver.transaction(() => {
    const row = driver.get(
      `SELECT r.n, r.key, r.revision, b.machine, coalesce(b.effective, b.machine) AS effective
       FROM event_record r JOIN record_body b ON b.record = r.n WHERE r.id = ?`,
      [record],
    )
    if (!row) throw new GroundswellError('GS-E512', { detail: `record ${record}` })
    const key = String(row.key)
    const before = writer.decisionsOf(key)
    const id = contentId('dc', [key, decision.key ?? `${before.length + 1}`, decision.key ? 'keyed' : decision.action])
    if (before.some((kept) => kept.id === id)) return
    if (decision.expected !== undefined && decision.expected !== before.length)
      throw new GroundswellError('GS-E508', {
        detail: `you saw revision ${decision.expected}, it is at ${before.length}`,
      })
    assertFits(JSON.parse(String(row.effective)) as EventRecord, before, decision)
    const revision = before.length + 1
    driver.run(
      `INSERT INTO decision (id, record_key, revision, action, field, value, reason, person, undoes, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        key,
        revision,
        decision.action,
        decision.field ?? null,
        decision.action === 'change' ? JSON.stringify(decision.value ?? null) : null,
        decision.reason ?? null,
        decision.person,
        decision.action === 'undo' ? (decision.undoes as string) : null,
        now(),
      ],
    )
    const change = writer.changes()
    change.add('decision', id)
    reapply(driver, writer, key, revision, change)
  })
}

function reapply(
  driver: SqliteDriver,
  writer: SqliteWriter,
  key: string,
  revision: number,
  change: ReturnType<SqliteWriter['changes']>,
): void {
  const decisions = writer.decisionsOf(key)
  const rows = driver.all(
    `SELECT r.n, r.id, b.machine, b.passage, a.title, a.language
     FROM event_record r JOIN record_body b ON b.record = r.n JOIN article a ON a.n = r.article WHERE r.key = ?`,
    [key],
  )
  for (const row of rows) {
    const n = Number(row.n)
    const machine = JSON.parse(String(row.machine)) as EventRecord
    const { record, status } = applyDecisions(machine, decisions)
    driver.run('UPDATE record_body SET effective = ? WHERE record = ?', [
      record === machine ? null : JSON.stringify(record),
      n,
    ])
    driver.run('UPDATE event_record SET status = ?, revision = ? WHERE n = ?', [status, revision, n])
    writer.rewriteRecord(
      n,
      record,
      row.title === null ? undefined : String(row.title),
      String(row.passage),
      String(row.language),
    )
    change.add('record', String(row.id))
  }
}

/** @throws GroundswellError GS-E513 where the decision has nothing to act on or would break the record */
function assertFits(effective: EventRecord, before: readonly Decision[], decision: DecisionInput): void {
  const refuse = (detail: string): never => {
    throw new GroundswellError('GS-E513', { detail })
  }
  if (decision.action === 'undo') {
    if (!before.some((kept) => kept.id === decision.undoes))
      refuse('undo needs "undoes", the id of a decision on this record')
    if (undoneDecisions(before).has(decision.undoes as string)) refuse(`${decision.undoes} is undone already`)
    return
  }
  if (decision.action === 'change') {
    if (!decision.field) refuse('change needs a field')
    if (decision.value === undefined) refuse('change needs a value; null clears the field')
  }
  if (decision.field === undefined) return
  const outcome = withField(effective, decision.field, decision.action === 'change' ? decision.value : null)
  if (decision.action !== 'accept' && 'why' in outcome) refuse(outcome.why)
  if (decision.action === 'accept' && 'why' in outcome && outcome.why.startsWith('there is nothing'))
    refuse(outcome.why)
}
