import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { getJson, postJson } from '../api/client.ts'
import type { Info, Job } from '../api/schema.ts'
import { t } from '../catalogue/translate.ts'
import { Empty, Failure } from '../ui/states.tsx'

/** What a workspace without records offers: the bundled examples, or files of one's own. */
export function EmptyWorkspace() {
  const info = useQuery({ queryKey: ['info'], queryFn: () => getJson<Info>('/api/info') })
  const navigate = useNavigate()
  const examples = useMutation({
    mutationFn: () => postJson<Job>('/api/jobs', { kind: 'examples', key: 'examples' }),
    onSuccess: () => void navigate({ to: '/sources' }),
  })
  return (
    <Empty title={t('empty.title')}>
      <p>{t('empty.text')}</p>
      <div className="row-of-buttons">
        {info.data?.hasExamples && (
          <button
            type="button"
            className="button primary"
            onClick={() => examples.mutate()}
            disabled={examples.isPending}
          >
            {t('empty.examples')}
          </button>
        )}
        <Link className="button" to="/sources">
          {t('empty.import')}
        </Link>
      </div>
      {info.data && !info.data.canAdd && <p className="muted">{t('empty.readOnly')}</p>}
      {examples.error && <Failure error={examples.error} />}
    </Empty>
  )
}
