import { Link, useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { Parameters } from '../api/client.ts'
import type { RecordItem } from '../api/schema.ts'
import { formatNumber, language, t, word } from '../catalogue/translate.ts'
import { countryName } from '../data/country-codes.ts'
import type { RowOrder } from '../data/match.ts'
import type { Snapshot } from '../data/snapshot.ts'
import { dateText, quantityText, typeText } from '../fact/format.ts'
import { useKeys } from '../ui/hotkeys.ts'
import { MarkText } from '../ui/mark-text.tsx'
import { Failure } from '../ui/states.tsx'
import { TypeMark } from '../ui/type-mark.tsx'
import { useRowItems } from './row-items.ts'

const ROW_PIXELS = 30
const NARROW_ROW_PIXELS = 58
const OVERSCAN = 12

export interface RecordTableProps {
  readonly snapshot: Snapshot
  readonly rows: Uint32Array
  readonly parameters: Parameters
  readonly order: RowOrder
  readonly isNarrow: boolean
  readonly onOrder: (order: RowOrder) => void
  readonly onStale: () => void
}

/** The records as rows; only those in sight are in the document. `j` and `k` walk, Enter opens. */
export function RecordTable({ snapshot, rows, parameters, order, isNarrow, onOrder, onStale }: RecordTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const [active, setActive] = useState(0)
  const awaited = useRef<{ readonly row: number; readonly from: Element | null } | null>(null)
  const rowPixels = isNarrow ? NARROW_ROW_PIXELS : ROW_PIXELS
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPixels,
    overscan: OVERSCAN,
  })
  // Other rows start at the top.
  useEffect(() => {
    setActive(0)
    if (awaited.current) awaited.current = { ...awaited.current, row: 0 }
    scroller.current?.scrollTo({ top: 0 })
  }, [rows])
  useEffect(() => virtual.measure(), [rowPixels, virtual])

  const shown = virtual.getVirtualItems()
  const { get, error } = useRowItems(
    snapshot.version,
    parameters,
    shown.map(({ index }) => rows[index] as number),
    onStale,
  )
  const walk = (step: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, active + step))
    setActive(next)
    virtual.scrollToIndex(next)
    awaited.current = { row: next, from: document.activeElement }
  }
  // A row that was walked to may come later than the key; whoever has gone elsewhere meanwhile stays there.
  useEffect(() => {
    if (!awaited.current) return
    const { row, from } = awaited.current
    const link = scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"] a`)
    if (!link) return
    awaited.current = null
    const at = document.activeElement
    if (at === from || at === document.body || scroller.current?.contains(at)) link.focus()
  })
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    Enter: (event) => {
      if (event.target instanceof HTMLElement && event.target.closest('a,button,summary')) return
      const item = get(rows[active] as number)
      if (item) void navigate({ to: '/events/$id', params: { id: item.record.id } })
    },
  })

  if (error && rows.length > 0 && !get(rows[0] as number)) return <Failure error={error} onRetry={onStale} />
  return (
    <div
      className={isNarrow ? 'table table-narrow' : 'table'}
      role="table"
      aria-rowcount={rows.length + 1}
      aria-label={t('table.label')}
    >
      <div className="table-head" role="rowgroup">
        <div className="table-row" role="row">
          <SortHead
            label={t('table.date')}
            order={order}
            wanted={order === 'newest' ? 'oldest' : 'newest'}
            sorted={order === 'newest' ? 'descending' : order === 'oldest' ? 'ascending' : undefined}
            onOrder={onOrder}
          />
          <span role="columnheader">{t('table.type')}</span>
          <span role="columnheader">{t('table.place')}</span>
          <span role="columnheader">{t('table.who')}</span>
          <SortHead
            label={t('table.size')}
            order={order}
            wanted={order === 'largest' ? 'newest' : 'largest'}
            sorted={order === 'largest' ? 'descending' : undefined}
            onOrder={onOrder}
          />
          <span role="columnheader">{t('table.words')}</span>
          <span role="columnheader">{t('table.source')}</span>
        </div>
      </div>
      <div className="table-body" role="rowgroup" ref={scroller}>
        <div
          role="presentation"
          ref={(element) => {
            if (element) element.style.height = `${virtual.getTotalSize()}px`
          }}
          className="table-space"
        >
          {shown.map(({ index, start }) => (
            <Row
              key={rows[index]}
              index={index}
              start={start}
              item={get(rows[index] as number)}
              isActive={index === active}
              onOpen={(id) => void navigate({ to: '/events/$id', params: { id } })}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

function SortHead(props: {
  label: string
  order: RowOrder
  wanted: RowOrder
  sorted: 'ascending' | 'descending' | undefined
  onOrder: (order: RowOrder) => void
}) {
  return (
    <span role="columnheader" aria-sort={props.sorted ?? 'none'}>
      <button type="button" className="sort" onClick={() => props.onOrder(props.wanted)}>
        {props.label}
        <span aria-hidden="true">
          {props.sorted === 'descending' ? ' ↓' : props.sorted === 'ascending' ? ' ↑' : ''}
        </span>
      </button>
    </span>
  )
}

interface RowProps {
  readonly index: number
  readonly start: number
  readonly item: RecordItem | undefined
  readonly isActive: boolean
  readonly onOpen: (id: string) => void
}

function Row({ index, start, item, isActive, onOpen }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the row's link is the way of the keyboard
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className={`table-row${isActive ? ' active' : ''}${item?.status === 'rejected' ? ' rejected' : ''}`}
      ref={(element) => {
        if (element) element.style.transform = `translateY(${start}px)`
      }}
      onClick={(event) => {
        // A click on the row's link is the link's own.
        if (item && !(event.target as HTMLElement).closest('a')) onOpen(item.record.id)
      }}
    >
      {item ? <Cells item={item} isActive={isActive} /> : <span role="cell" className="cell-wait" aria-hidden="true" />}
    </div>
  )
}

function Cells({ item, isActive }: { readonly item: RecordItem; readonly isActive: boolean }) {
  const { record, article, passage, status } = item
  const actors = record.actors.map(({ name }) => name).join(', ')
  const recipients = record.recipients.map(({ name }) => name).join(', ')
  const size = record.size ?? record.arrested ?? record.injured ?? record.killed
  const sizeOf = record.size ? null : record.arrested ? 'arrested' : record.injured ? 'injured' : 'killed'
  return (
    <>
      <span role="cell" className="cell-date">
        {record.date ? dateText(record.date) : <span className="muted">{t('value.undated')}</span>}
      </span>
      <span role="cell" className="cell-type">
        <Link to="/events/$id" params={{ id: record.id }} tabIndex={isActive ? 0 : -1}>
          <TypeMark type={record.type} label={typeText(record)} />
        </Link>
        {record.certainty.value !== 'asserted' && (
          <span className="tag">{word('certainty', record.certainty.value)}</span>
        )}
        {record.polarity === 'negative' && <span className="tag">{t('value.negative')}</span>}
        {record.background && <span className="tag">{t('value.background')}</span>}
        {status !== 'machine' && <span className={`tag status-${status}`}>{word('status', status)}</span>}
      </span>
      <span role="cell" className="cell-place">
        {record.place ? (
          <>
            {record.place.name}
            {record.place.country && countryName(record.place.country, language()) !== record.place.name && (
              <span className="muted"> {countryName(record.place.country, language())}</span>
            )}
          </>
        ) : (
          <span className="muted">{t('value.none')}</span>
        )}
      </span>
      <span role="cell" className="cell-who">
        {actors || <span className="muted">{t('value.none')}</span>}
        {recipients && ` → ${recipients}`}
      </span>
      <span role="cell" className="cell-size">
        {size ? (
          quantityText(size)
        ) : (
          <span className="muted">
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">{t('value.none')}</span>
          </span>
        )}
        {size && sizeOf && <span className="muted"> {word('field', sizeOf).toLocaleLowerCase(language())}</span>}
        {record.claims.length > 0 && (
          <span className="rivals" title={t('table.rivals', { n: record.claims.length })}>
            ±{formatNumber(record.claims.length)}
          </span>
        )}
      </span>
      <span role="cell" className="cell-words">
        <MarkText
          isCut
          text={passage.text}
          start={record.trigger.start - passage.start}
          end={record.trigger.end - passage.start}
        />
      </span>
      <span role="cell" className="cell-source muted">
        {article.publisher ?? article.file ?? t('value.unnamed')}
      </span>
    </>
  )
}
