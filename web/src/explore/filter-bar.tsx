import { Popover } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { formatDate, language, t, word } from '../catalogue/translate.ts'
import { countryName } from '../data/country-codes.ts'
import { countBy, matchSnapshot } from '../data/match.ts'
import type { Snapshot } from '../data/snapshot.ts'
import { typeName } from '../fact/format.ts'
import { useKeys } from '../ui/hotkeys.ts'
import { type ExploreSearch, isDay, isFiltered } from './explore-search.ts'
import { FacetMenu } from './facet-menu.tsx'
import { quickFilterOf } from './use-explore.ts'

export interface FilterBarProps {
  readonly snapshot: Snapshot | undefined
  readonly search: ExploreSearch
  readonly onChange: (change: Partial<Record<keyof ExploreSearch, unknown>>) => void
  readonly onReset: () => void
}

/** Everything that narrows the records, in one line; what is chosen stands behind it and can be taken off. */
export function FilterBar({ snapshot, search, onChange, onReset }: FilterBarProps) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(search.text ?? '')
  useEffect(() => setText(search.text ?? ''), [search.text])
  useKeys({
    '/': (event) => {
      event.preventDefault()
      field.current?.focus()
    },
    Escape: onReset,
  })
  const counts = useFacetCounts(snapshot, search)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChange({ text: text.trim() || undefined })
  }
  const set = (name: keyof ExploreSearch) => (values: string[]) =>
    onChange({ [name]: values.length > 0 ? values : undefined })

  return (
    <div className="filter-bar" role="search">
      <form onSubmit={submit} className="filter-text">
        <input
          ref={field}
          type="search"
          className="input"
          placeholder={t('filter.text')}
          aria-label={t('filter.text')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            if (event.target.value === '') onChange({ text: undefined })
          }}
        />
      </form>
      <FacetMenu
        name={t('filter.type')}
        chosen={search.type ?? []}
        onChange={set('type')}
        options={counts.types.map(({ name, count }) => ({ value: name, label: typeName(name), count }))}
      />
      <FacetMenu
        name={t('filter.country')}
        chosen={search.country ?? []}
        onChange={set('country')}
        options={counts.countries.map(({ name, count }) => ({
          value: name,
          label: countryName(name, language()),
          count,
        }))}
      />
      <DateMenu search={search} onChange={onChange} />
      <FacetMenu
        name={t('filter.certainty')}
        chosen={search.certainty ?? []}
        onChange={set('certainty')}
        options={(snapshot?.certainties ?? []).map((value) => ({
          value,
          label: word('certainty', value),
          count: counts.certainties.find(({ name }) => name === value)?.count ?? 0,
        }))}
      />
      <FacetMenu
        name={t('filter.status')}
        chosen={search.status ?? []}
        onChange={set('status')}
        options={['machine', 'accepted', 'changed', 'rejected'].map((value) => ({
          value,
          label: word('status', value),
        }))}
      />
      <label className="filter-select">
        <span className="visually-hidden">{t('filter.background')}</span>
        <select
          value={search.background ?? 'hide'}
          onChange={(event) => onChange({ background: event.target.value === 'hide' ? undefined : event.target.value })}
        >
          <option value="hide">{t('filter.background.hide')}</option>
          <option value="show">{t('filter.background.show')}</option>
          <option value="only">{t('filter.background.only')}</option>
        </select>
      </label>
      {isFiltered(search) && (
        <button type="button" className="button small" onClick={onReset}>
          {t('filter.reset')}
        </button>
      )}
      <Chips search={search} onChange={onChange} />
    </div>
  )
}

/** Counts of each option among the records that pass the other filters, so that no option promises what it cannot give. */
function useFacetCounts(snapshot: Snapshot | undefined, search: ExploreSearch) {
  return useMemo(() => {
    if (!snapshot) return { types: [], countries: [], certainties: [] }
    const filter = quickFilterOf(search)
    const count = (column: 'type' | 'country' | 'certainty', names: readonly string[], open: object) =>
      countBy(snapshot[column], matchSnapshot(snapshot, { ...filter, ...open }).rows, names)
    return {
      types: count('type', snapshot.types, { types: [] }),
      countries: count('country', snapshot.countries, { countries: [] }),
      certainties: count('certainty', snapshot.certainties, { certainties: [] }),
    }
  }, [snapshot, search])
}

function DateMenu({ search, onChange }: Pick<FilterBarProps, 'search' | 'onChange'>) {
  const [open, setOpen] = useState(false)
  const chosen = search.from !== undefined || search.to !== undefined
  const day = (name: 'from' | 'to') => (
    <label className="stacked">
      {t(`filter.${name}`)}
      <input
        type="date"
        className="input"
        value={search[name] ?? ''}
        min={name === 'to' ? search.from : undefined}
        max={name === 'from' ? search.to : undefined}
        onChange={(event) => {
          const { value } = event.target
          if (value === '' || isDay(value)) onChange({ [name]: value || undefined })
        }}
      />
    </label>
  )
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus withRoles={false} shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={chosen ? 'filter-button on' : 'filter-button'}
          aria-expanded={open}
          aria-haspopup="dialog"
          onClick={() => setOpen(!open)}
        >
          {t('filter.date')}
          <span aria-hidden="true" className="caret" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="facet" role="dialog" aria-label={t('filter.date')}>
        {day('from')}
        {day('to')}
        {chosen && (
          <button type="button" className="button small" onClick={() => onChange({ from: undefined, to: undefined })}>
            {t('filter.clear')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Filters that have no button of their own, or came by a link, the map or the timeline. */
function Chips({ search, onChange }: Pick<FilterBarProps, 'search' | 'onChange'>) {
  const chips: { key: keyof ExploreSearch; label: string; clear: Partial<Record<keyof ExploreSearch, undefined>> }[] =
    []
  const add = (key: keyof ExploreSearch, label: string, more: Partial<Record<keyof ExploreSearch, undefined>> = {}) =>
    chips.push({ key, label, clear: { [key]: undefined, ...more } })
  if (search.text) add('text', t('chip.text', { text: search.text }))
  if (search.from || search.to)
    add(
      'from',
      search.from && search.to
        ? t('value.span', { from: formatDate(search.from), to: formatDate(search.to) })
        : search.from
          ? t('chip.since', { from: formatDate(search.from) })
          : t('chip.until', { to: formatDate(search.to as string) }),
      { to: undefined },
    )
  if (search.box) add('box', t('chip.box'))
  if (search.actor) add('actor', t('chip.actor', { actor: search.actor }))
  for (const name of [
    'type',
    'country',
    'certainty',
    'status',
    'publisher',
    'mode',
    'form',
    'issue',
    'language',
  ] as const) {
    const values = search[name]
    if (values) add(name, values.map((value) => chipWord(name, value)).join(', '))
  }
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('chip.list')}>
      {chips.map(({ key, label, clear }) => (
        <li key={key}>
          <button type="button" className="chip" onClick={() => onChange(clear)}>
            <span>{label}</span>
            <span aria-hidden="true">×</span>
            <span className="visually-hidden">{t('chip.remove')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function chipWord(name: string, value: string): string {
  if (name === 'type') return typeName(value)
  if (name === 'country') return countryName(value, language())
  if (name === 'issue') return word('topic', value)
  return name === 'publisher' || name === 'language' ? value : word(name, value)
}
