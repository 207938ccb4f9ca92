import { Popover } from '@mantine/core'
import { useId, useMemo, useState } from 'react'
import { formatNumber, t } from '../catalogue/translate.ts'

export interface FacetOption {
  readonly value: string
  readonly label: string
  /** Records under it now; left out where not counted. */
  readonly count?: number
}

/** Options above which a search field is worth its place. */
const SEARCHED_OPTIONS = 12

/** A filter with several values: a button that opens a list of boxes to tick. */
export function FacetMenu({
  name,
  options,
  chosen,
  onChange,
}: {
  readonly name: string
  readonly options: readonly FacetOption[]
  readonly chosen: readonly string[]
  readonly onChange: (values: string[]) => void
}) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const id = useId()
  const shown = useMemo(() => {
    const text = wanted.trim().toLocaleLowerCase()
    const all: FacetOption[] = [
      ...options,
      ...chosen
        .filter((value) => !options.some((option) => option.value === value))
        .map((value) => ({ value, label: value })),
    ]
    return text ? all.filter(({ label, value }) => `${label} ${value}`.toLocaleLowerCase().includes(text)) : all
  }, [options, chosen, wanted])
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((item) => item !== value) : [...chosen, value])

  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus withRoles={false} shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={chosen.length > 0 ? 'filter-button on' : 'filter-button'}
          aria-expanded={open}
          aria-haspopup="dialog"
          onClick={() => setOpen(!open)}
        >
          {name}
          {chosen.length > 0 && <span className="filter-count">{formatNumber(chosen.length)}</span>}
          <span aria-hidden="true" className="caret" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="facet" role="dialog" aria-label={name}>
        {options.length > SEARCHED_OPTIONS && (
          <input
            type="search"
            className="input"
            placeholder={t('filter.find')}
            aria-label={t('filter.find')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            data-autofocus
          />
        )}
        {/* A fieldset cannot scroll in all browsers. */}
        <div className="facet-list" role="group" aria-label={name}>
          {shown.map(({ value, label, count }) => (
            <label key={value} htmlFor={`${id}-${value}`} className="facet-option">
              <input
                id={`${id}-${value}`}
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
              <span className="facet-label">{label}</span>
              {count !== undefined && <span className="facet-number">{formatNumber(count)}</span>}
            </label>
          ))}
          {shown.length === 0 && <p className="muted facet-none">{t('filter.none')}</p>}
        </div>
        {chosen.length > 0 && (
          <button type="button" className="button small" onClick={() => onChange([])}>
            {t('filter.clear')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
