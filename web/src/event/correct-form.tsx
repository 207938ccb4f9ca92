import { type FormEvent, useId, useState } from 'react'
import type { Codebook, Field } from '../api/schema.ts'
import { language, t, word } from '../catalogue/translate.ts'
import { useCodebook } from '../codebook/use-codebook.ts'
import { fieldName } from '../fact/format.ts'
import type { DecisionDraft } from './decide.ts'
import { draftOf, type Entry, inputsOf, valueFrom } from './field-inputs.ts'

/** Puts another value in the place of a field's, with a reason. */
export function CorrectForm({
  field,
  onDecide,
  onCancel,
}: {
  readonly field: Field
  readonly onDecide: (draft: DecisionDraft) => void
  readonly onCancel: () => void
}) {
  const id = useId()
  const codebook = useCodebook()
  const current = field.values[0]?.value ?? null
  const [entry, setEntry] = useState<Entry>(() => draftOf(field.kind, current))
  const [reason, setReason] = useState('')
  const outcome = valueFrom(field.kind, entry, current)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if ('problem' in outcome || reason.trim() === '' || field.path === null) return
    onDecide({ action: 'change', field: field.path, value: outcome.value, reason: reason.trim() })
  }

  return (
    <form
      className="correct"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
      aria-label={t('correct.label', { field: fieldName(field.field) })}
    >
      <div className="correct-inputs">
        {inputsOf(field.kind).map((input, i) => (
          <label key={input.name} className="stacked" htmlFor={`${id}-${input.name}`}>
            {word('input', input.name)}
            {input.options ? (
              <select
                id={`${id}-${input.name}`}
                className="input"
                value={entry[input.name] ?? ''}
                // biome-ignore lint/a11y/noAutofocus: the form was asked for by a key or a press
                autoFocus={i === 0}
                onChange={(event) => setEntry({ ...entry, [input.name]: event.target.value })}
              >
                {optionsOf(input.options, codebook.data, entry).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`${id}-${input.name}`}
                className="input"
                type={input.type ?? 'text'}
                value={entry[input.name] ?? ''}
                // biome-ignore lint/a11y/noAutofocus: the form was asked for by a key or a press
                autoFocus={i === 0}
                onChange={(event) => setEntry({ ...entry, [input.name]: event.target.value })}
              />
            )}
          </label>
        ))}
        <label className="stacked grow" htmlFor={`${id}-reason`}>
          {t('correct.reason')}
          <input
            id={`${id}-reason`}
            className="input"
            value={reason}
            required
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
      <div className="row-of-buttons" lang={language()}>
        <button type="submit" className="button primary small" disabled={'problem' in outcome || reason.trim() === ''}>
          {t('correct.save')}
        </button>
        <button type="button" className="button small" onClick={onCancel}>
          {t('correct.cancel')}
        </button>
        {'problem' in outcome && <span className="muted">{t(outcome.problem)}</span>}
      </div>
    </form>
  )
}

function optionsOf(name: string, codebook: Codebook | undefined, entry: Entry): [string, string][] {
  const none: [string, string] = ['', t('value.none')]
  switch (name) {
    case 'types':
      return (codebook?.types ?? []).map(({ type }) => [type, word('type', type)])
    case 'topics':
      return (codebook?.topics ?? []).map((topic) => [topic, word('topic', topic)])
    case 'sectors':
      return [
        none,
        ...(codebook?.sectors ?? []).map(({ sector }): [string, string] => [sector, word('sector', sector)]),
      ]
    case 'precisions':
      return ['point', 'city', 'admin2', 'admin1', 'country', 'region'].map((value) => [
        value,
        word('precision', value),
      ])
    case 'qualifiers':
      return ['exact', 'approx', 'at_least', 'at_most', 'range', 'vague'].map((value) => [
        value,
        word('qualifier', value),
      ])
    case 'certainties':
      return ['asserted', 'alleged', 'denied', 'planned', 'called-for', 'hypothetical'].map((value) => [
        value,
        word('certainty', value),
      ])
    case 'authorisations':
      return ['authorised', 'unauthorised'].map((value) => [value, word('authorisation', value)])
    case 'polarities':
      return ['positive', 'negative'].map((value) => [value, word('polarity', value)])
    case 'backgrounds':
      return [
        ['false', t('value.news')],
        ['true', t('value.background')],
      ]
    default:
      return entry[name] ? [[entry[name], entry[name]]] : []
  }
}
