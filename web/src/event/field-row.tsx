import { useState } from 'react'
import type { Field } from '../api/schema.ts'
import { t, word } from '../catalogue/translate.ts'
import { Fact, groundOf } from '../fact/fact.tsx'
import { fieldName } from '../fact/format.ts'
import { CorrectForm } from './correct-form.tsx'
import type { DecisionDraft } from './decide.ts'
import { ReasonForm } from './event-page.tsx'

export interface FieldRowProps {
  readonly field: Field
  readonly event: string
  readonly isEditing: boolean
  readonly mayDecide: boolean
  readonly onEdit: (open: boolean) => void
  readonly onDecide: (draft: DecisionDraft) => void
}

/** A field: the value in force, its rivals, and what a person can do about it. */
export function FieldRow({ field, event, isEditing, mayDecide, onEdit, onDecide }: FieldRowProps) {
  const [rejecting, setRejecting] = useState(false)
  const [first, ...rivals] = field.values
  const last = field.decisions.at(-1)
  const name = fieldName(field.field)
  const number = Number(field.field.split('.')[1] ?? -1)
  return (
    <div className={`field field-${field.status}`} data-field={field.field}>
      <div className="field-name">
        <h2>
          {name}
          {number > 0 && <span className="muted"> {number + 1}</span>}
        </h2>
        {field.status !== 'machine' && (
          <span className={`status status-${field.status}`}>{word('status', field.status)}</span>
        )}
      </div>
      <div className="field-values">
        {first && (
          <Fact
            kind={field.kind}
            value={first.value}
            ground={groundOf(first)}
            by={first.by}
            person={first.person}
            claimant={first.claimant}
            event={event}
            after={rivals.length > 0 && <span className="chosen muted">{t(`chosen.${field.chosen}`)}</span>}
          />
        )}
        {rivals.map((value, i) => (
          <Fact
            // Rivals keep their order.
            key={i}
            isRival
            kind={field.kind}
            value={value.value}
            ground={groundOf(value)}
            by={value.by}
            person={value.person}
            claimant={value.claimant}
            event={event}
          />
        ))}
        {isEditing && <CorrectForm field={field} onDecide={onDecide} onCancel={() => onEdit(false)} />}
        {rejecting && (
          <ReasonForm
            onSave={(reason) => {
              setRejecting(false)
              onDecide({ action: 'reject', ...(field.path === null ? {} : { field: field.path }), reason })
            }}
            onCancel={() => setRejecting(false)}
          />
        )}
      </div>
      {mayDecide && !isEditing && !rejecting && (
        <div className="field-actions" role="group" aria-label={t('field.actions', { field: name })}>
          {first && field.path !== null && field.kind !== 'type' && (
            <>
              <button
                type="button"
                className="icon-button"
                aria-label={t('field.accept', { field: name })}
                title={t('field.accept', { field: name })}
                onClick={() => onDecide({ action: 'accept', field: field.path as string })}
              >
                ✓
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={t('field.reject', { field: name })}
                title={t('field.reject', { field: name })}
                onClick={() => setRejecting(true)}
              >
                ✕
              </button>
            </>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t('field.change', { field: name })}
            title={t('field.change', { field: name })}
            onClick={() => onEdit(true)}
          >
            ✎
          </button>
          {last && (
            <button
              type="button"
              className="icon-button"
              aria-label={t('field.undo', { field: name })}
              title={t('field.undo', { field: name })}
              onClick={() => onDecide({ action: 'undo', undoes: last.id })}
            >
              ↶
            </button>
          )}
        </div>
      )}
    </div>
  )
}
