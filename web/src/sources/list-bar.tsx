import type { ReactNode } from 'react'
import { apiUrl, type Parameters } from '../api/client.ts'
import { t } from '../catalogue/translate.ts'
import { CopyButton } from '../explore/count-line.tsx'

/** Rows of the JSON that a list offers: as many as one page of the API may have. */
const JSON_ROWS = 1_000

export interface ListBarProps {
  readonly total: number
  readonly all: number
  /** Why the others are left out, where some are. */
  readonly why: string | null
  /** Path of the list in the API, and name of its export. */
  readonly path: string
  readonly file: string
  readonly parameters: Parameters
  readonly children?: ReactNode
}

/** How many of how many a list shows, why the others are left out, and the same as link, JSON and CSV. */
export function ListBar({ total, all, why, path, file, parameters, children }: ListBarProps) {
  return (
    <div className="list-bar">
      <p>{t('list.count', { n: total, all })}</p>
      {why && total < all && (
        <details className="why">
          <summary>{t('count.excluded', { n: all - total })}</summary>
          <ul>
            <li>{why}</li>
          </ul>
        </details>
      )}
      {children}
      <div className="count-actions">
        <CopyButton label={t('count.copyLink')} text={() => location.href} />
        <CopyButton label={t('count.copyApi')} text={() => new URL(apiUrl(path, parameters), location.href).href} />
        <a href={apiUrl(path, { ...parameters, limit: JSON_ROWS })} target="_blank" rel="noreferrer">
          JSON
        </a>
        <a href={apiUrl(`/api/exports/${file}`, parameters)} download>
          CSV
        </a>
      </div>
    </div>
  )
}
