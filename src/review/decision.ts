import { z } from 'zod'

/**
 * What people decide about a machine-coded record. Decisions are kept apart from machine values, are never changed or
 * removed, and attach to the record's *key* (its id without the coder's version), so that they outlive a new coder.
 */
export const DECISION_ACTIONS = ['accept', 'reject', 'change', 'undo'] as const
export type DecisionAction = (typeof DECISION_ACTIONS)[number]

export const decisionInput = z.object({
  action: z.enum(DECISION_ACTIONS),
  /**
   * Path of the field that it is about (`place`, `actors.0.country`). Left out, `accept` and `reject` are about the
   * whole record; `change` needs it; `undo` has none.
   */
  field: z
    .string()
    .regex(/^[a-z][a-z_0-9]*(\.[a-z0-9_]+){0,4}$/u)
    .optional(),
  /** The new value of a changed field; null clears it. */
  value: z.unknown().optional(),
  /** Why. Asked for with `change` and `reject`. */
  reason: z.string().max(2000).optional(),
  /** Who decided: the name as the workspace knows it. */
  person: z.string().min(1).max(200),
  /** The decision that an `undo` takes back. */
  undoes: z.string().optional(),
  /** Revision of the record that the person saw; if the record has moved on since, the decision is refused (GS-E508). */
  expected: z.int().nonnegative().optional(),
  /** Sent again with the same key, a decision is kept once. */
  key: z.string().max(200).optional(),
})
export type DecisionInput = z.infer<typeof decisionInput>

/** A decision as kept. */
export interface Decision {
  readonly id: string
  readonly recordKey: string
  readonly action: DecisionAction
  readonly field: string | null
  readonly value: unknown
  readonly reason: string | null
  readonly person: string
  readonly undoes: string | null
  /** ISO 8601 in UTC. */
  readonly at: string
  /** Place in the row of decisions on this record, from 1. */
  readonly revision: number
}

/**
 * Where a record stands with people: `machine` nobody decided, `accepted` as coded, `changed` at least one field has a
 * person's value, `rejected` not an event or not this one.
 */
export const REVIEW_STATUSES = ['machine', 'accepted', 'changed', 'rejected'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]
