import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { ApiError } from '../api/client.ts'
import { t } from '../catalogue/translate.ts'

/** How long a page may take before it says that it loads. */
const SKELETON_MS = 300

/** A quiet word that something loads, only when it takes noticeable time. */
export function Loading() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SKELETON_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="state" role="status" aria-live="polite">
      {late && <span className="state-loading">{t('state.loading')}</span>}
    </div>
  )
}

/** Why something cannot be shown, and what to do next. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const api = error instanceof ApiError ? error : null
  const title = !api
    ? t('state.broken')
    : api.status === 0
      ? t('state.offline')
      : (api.problem?.title ?? t('state.broken'))
  const next = api?.status === 0 ? t('state.offlineNext') : (api?.problem?.next ?? t('state.brokenNext'))
  return (
    <div className="state state-failure" role="alert">
      <p className="state-title">{title}</p>
      {api?.problem?.detail && <p className="muted">{api.problem.detail}</p>}
      <p>{next}</p>
      {api?.status === 404 ? (
        <a className="button" href="/events">
          {t('state.toList')}
        </a>
      ) : (
        onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            {t('state.retry')}
          </button>
        )
      )}
    </div>
  )
}

/** A page or list without anything in it, and what could be done about that. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state state-empty">
      <p className="state-title">{title}</p>
      {children}
    </div>
  )
}
