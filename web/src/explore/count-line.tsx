import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiUrl, getJson } from '../api/client.ts'
import type { Info } from '../api/schema.ts'
import { t, word } from '../catalogue/translate.ts'
import type { Match } from '../data/match.ts'
import type { Snapshot } from '../data/snapshot.ts'
import { apiParameters, type ExploreSearch } from './explore-search.ts'

/** How long "copied" is shown. */
const TOLD_MS = 1_600

export interface CountLineProps {
  readonly snapshot: Snapshot
  readonly match: Match
  readonly search: ExploreSearch
  readonly onShow: (reason: string) => void
}

/** How many records are shown of how many, what is left out and why, and the same as link, JSON and CSV. */
export function CountLine({ snapshot, match, search, onShow }: CountLineProps) {
  const info = useQuery({ queryKey: ['info'], queryFn: () => getJson<Info>('/api/info') })
  const { other = 0, ...withheld } = match.excluded
  const reasons = { ...snapshot.excluded, ...withheld }
  const left = Object.entries(reasons).filter(([, count]) => (count ?? 0) > 0)
  const total = left.reduce((sum, [, count]) => sum + (count ?? 0), 0)
  const parameters = apiParameters(search)
  return (
    <div className="count-line">
      <p aria-live="polite">
        <strong data-testid="count">{t('count.records', { n: match.rows.length, all: snapshot.all })}</strong>
        {info.data && <span className="muted">{t('count.articles', { n: info.data.store.articles })}</span>}
        {other > 0 && <span className="muted">{t('count.other', { n: other })}</span>}
      </p>
      {total > 0 && (
        <details className="why">
          <summary>{t('count.excluded', { n: total })}</summary>
          <ul>
            {left.map(([reason, count]) => (
              <li key={reason}>
                <span className="number">{t('count.reason', { n: count ?? 0 })}</span> {word('excluded', reason)}
                {(reason === 'background' || reason === 'rejected') && (
                  <button type="button" className="link-button" onClick={() => onShow(reason)}>
                    {t('count.show')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="count-actions">
        <CopyButton label={t('count.copyLink')} text={() => location.href} />
        <CopyButton
          label={t('count.copyApi')}
          text={() => new URL(apiUrl('/api/events', parameters), location.href).href}
        />
        <a href={apiUrl('/api/events', { ...parameters, limit: '1000' })} target="_blank" rel="noreferrer">
          JSON
        </a>
        <a href={apiUrl('/api/exports/events.csv', parameters)} download>
          CSV
        </a>
      </div>
    </div>
  )
}

/** Copies a text and says so. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: () => string }) {
  const [told, setTold] = useState<'no' | 'copied' | 'failed'>('no')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text())
      setTold('copied')
    } catch {
      setTold('failed')
    }
    setTimeout(() => setTold('no'), TOLD_MS)
  }
  return (
    <button type="button" className="link-button" onClick={() => void copy()}>
      {told === 'copied' ? t('count.copied') : told === 'failed' ? t('count.copyFailed') : label}
    </button>
  )
}
