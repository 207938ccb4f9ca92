import 'uplot/dist/uPlot.min.css'
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import uPlot from 'uplot'
import { formatDate, t } from '../catalogue/translate.ts'
import { type Histogram, histogramOf } from '../data/histogram.ts'
import { dayNumber, daySeconds, dayText, type Snapshot, secondsDay, UNKNOWN_16 } from '../data/snapshot.ts'

const HEIGHT = 92
/** A press that moves less than this picks one bar. */
const CLICK_PIXELS = 3

export interface Window {
  readonly from: string
  readonly to: string
}

export interface TimelineProps {
  readonly snapshot: Snapshot
  /** Rows that pass but for the dates. */
  readonly base: Uint32Array
  /** Rows inside the window. */
  readonly rows: Uint32Array
  readonly window: { readonly from: string | null; readonly to: string | null }
  readonly scheme: 'light' | 'dark'
  /** While the pointer drags. */
  readonly onBrush: (window: Window | null) => void
  /** When it is let go. */
  readonly onChange: (window: Window | null) => void
}

/** How many records begin when; drag to choose a span, or use the keys. */
export function Timeline({ snapshot, base, rows, window: chosen, scheme, onBrush, onChange }: TimelineProps) {
  const holder = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const [frame, setFrame] = useState({ left: 0, width: 0 })
  const histogram = useMemo(() => histogramOf(snapshot, base), [snapshot, base])
  const inside = useMemo(() => countsInBins(snapshot, rows, histogram), [snapshot, rows, histogram])
  const drag = useRef<{ x: number; far: boolean } | null>(null)
  const { starts, end } = histogram

  // Colours come from the scheme; data are set below.
  useEffect(() => {
    const element = holder.current
    if (!element || starts.length === 0) return
    const style = getComputedStyle(element)
    const colour = (name: string): string => style.getPropertyValue(name).trim()
    const bars = uPlot.paths.bars
    const axis = { stroke: colour('--muted'), font: '11px system-ui, sans-serif', ticks: { show: false } }
    const made = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        // Half of the last label stands to the right of the plot.
        padding: [6, 18, 0, 0],
        scales: {
          x: { time: true, range: [daySeconds(starts[0] ?? 0), daySeconds(end)] },
          y: { range: (_plot, _min, max) => [0, Math.max(1, max)] },
        },
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
        axes: [
          { ...axis, size: 20, gap: 4, space: 64, grid: { show: false }, values: axisValues(histogram.unit) },
          {
            ...axis,
            size: 44,
            gap: 4,
            splits: (_plot, _axis, _min, max) => [0, max],
            grid: { stroke: colour('--line'), width: 1 },
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000],
          },
        ],
        series: [
          {},
          {
            fill: colour('--bar-rest'),
            width: 0,
            points: { show: false },
            ...(bars && { paths: bars({ size: [0.9], align: 1 }) }),
          },
          {
            fill: colour('--accent'),
            width: 0,
            points: { show: false },
            ...(bars && { paths: bars({ size: [0.9], align: 1 }) }),
          },
        ],
        hooks: {
          ready: [
            (self) => setFrame({ left: self.bbox.left / devicePixelRatio, width: self.bbox.width / devicePixelRatio }),
          ],
          setSize: [
            (self) => setFrame({ left: self.bbox.left / devicePixelRatio, width: self.bbox.width / devicePixelRatio }),
          ],
        },
      },
      [starts.map(daySeconds), [...histogram.counts], [...inside]],
      element,
    )
    plot.current = made
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT }))
    observer.observe(element)
    return () => {
      observer.disconnect()
      plot.current = null
      made.destroy()
    }
  }, [histogram, scheme])

  useEffect(() => {
    plot.current?.setData([starts.map(daySeconds), [...histogram.counts], [...inside]], true)
  }, [inside, histogram, starts])

  if (starts.length === 0) return <div className="timeline timeline-empty muted">{t('timeline.none')}</div>

  const first = starts[0] as number
  const fromDay = chosen.from ? dayNumber(chosen.from) : first
  const toDay = chosen.to ? dayNumber(chosen.to) : end - 1
  const share = (day: number): number => Math.max(0, Math.min(1, (day - first) / (end - first)))
  const isChosen = chosen.from !== null || chosen.to !== null
  const dayAt = (x: number): number => {
    const box = holder.current?.getBoundingClientRect()
    if (!box || frame.width === 0) return first
    const part = Math.max(0, Math.min(1, (x - box.left - frame.left) / frame.width))
    return secondsDay(daySeconds(first) + part * (daySeconds(end) - daySeconds(first)))
  }
  const binAt = (day: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= day),
    )
  const windowOf = (a: number, b: number): Window => {
    const [left, right] = [binAt(Math.min(a, b)), binAt(Math.max(a, b))]
    return { from: dayText(starts[left] as number), to: dayText((starts[right + 1] ?? end) - 1) }
  }
  const start = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, far: false }
  }
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!drag.current) return
    if (Math.abs(event.clientX - drag.current.x) > CLICK_PIXELS) drag.current.far = true
    if (drag.current.far) onBrush(windowOf(dayAt(drag.current.x), dayAt(event.clientX)))
  }
  const stop = (event: PointerEvent<HTMLDivElement>): void => {
    if (!drag.current) return
    const next = windowOf(dayAt(drag.current.x), dayAt(event.clientX))
    drag.current = null
    onBrush(null)
    onChange(next)
  }

  return (
    // A group of a plot and its window, not a form's.
    <div
      className="timeline"
      role="group"
      aria-label={t('timeline.label', {
        from: formatDate(dayText(fromDay)),
        to: formatDate(dayText(toDay)),
        n: rows.length,
      })}
      data-unit={histogram.unit}
    >
      <div ref={holder} className="timeline-plot" onPointerDown={start} onPointerMove={move} onPointerUp={stop} />
      {isChosen && (
        <div
          className="timeline-window"
          aria-hidden="true"
          ref={(element) => {
            if (!element) return
            const left = frame.left + share(fromDay) * frame.width
            element.style.left = `${left}px`
            element.style.width = `${Math.max(2, frame.left + share(toDay + 1) * frame.width - left)}px`
          }}
        />
      )}
      <p className="timeline-caption">
        <span>
          {isChosen
            ? t('value.span', { from: formatDate(dayText(fromDay)), to: formatDate(dayText(toDay)) })
            : t('timeline.all', { from: formatDate(dayText(first)), to: formatDate(dayText(end - 1)) })}
        </span>
        <span className="muted">{t(`timeline.per.${histogram.unit}`)}</span>
        {histogram.undated > 0 && <span className="muted">{t('timeline.undated', { n: histogram.undated })}</span>}
      </p>
    </div>
  )
}

/** Labels of the time axis on one line: the year where it begins, else as fine as the bars are. */
function axisValues(unit: Histogram['unit']): uPlot.Axis.Values {
  return (_plot, splits) =>
    splits.map((seconds) => {
      const day = dayText(secondsDay(seconds))
      if (day.endsWith('-01-01') || unit === 'year') return formatDate(day, 'year')
      return formatDate(day, day.endsWith('-01') ? 'shortMonth' : 'shortDay')
    })
}

/** The window moved or resized by one bar, as the keys ask for; null where there is nothing to move. */
export function stepWindow(
  histogram: Histogram,
  chosen: { readonly from: string | null; readonly to: string | null },
  step: -1 | 1,
  resize: boolean,
): Window | null {
  const { starts, end } = histogram
  if (starts.length === 0) return null
  const last = starts.length - 1
  const bin = (day: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= day),
    )
  const isChosen = chosen.from !== null || chosen.to !== null
  let left = chosen.from ? bin(dayNumber(chosen.from)) : 0
  let right = chosen.to ? bin(dayNumber(chosen.to)) : last
  if (!isChosen) {
    // The first key press takes the last twelfth, from which the window can be moved.
    left = Math.max(0, last - Math.max(1, Math.round(starts.length / 12)) + 1)
    if (!resize) return { from: dayText(starts[left] as number), to: dayText(end - 1) }
  }
  if (resize) right = Math.max(left, Math.min(last, right + step))
  else if (left + step >= 0 && right + step <= last) {
    left += step
    right += step
  }
  return { from: dayText(starts[left] as number), to: dayText((starts[right + 1] ?? end) - 1) }
}

/** Counts of rows in given bars. */
function countsInBins(snapshot: Snapshot, rows: Uint32Array, { starts, end }: Histogram): number[] {
  const counts = new Array<number>(starts.length).fill(0)
  if (starts.length === 0) return counts
  const first = starts[0] as number
  const binOfDay = new Uint16Array(Math.max(0, end - first))
  let bin = 0
  for (let day = first; day < end; day++) {
    if (bin + 1 < starts.length && day >= (starts[bin + 1] as number)) bin++
    binOfDay[day - first] = bin
  }
  for (const row of rows) {
    const day = snapshot.day[row]!
    if (day === UNKNOWN_16 || day < first || day >= end) continue
    const index = binOfDay[day - first]!
    counts[index] = counts[index]! + 1
  }
  return counts
}
