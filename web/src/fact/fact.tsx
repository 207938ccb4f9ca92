import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Evidence, Field, FieldValue } from '../api/schema.ts'
import { t } from '../catalogue/translate.ts'
import { basisText, splitBasis, valueText } from './format.ts'

/**
 * What a value stands on. A stated value must bring its words; one that was inferred, assumed or given by a person must
 * name that. So nothing can be printed that says neither.
 */
export type Ground =
  | { readonly basis: 'stated'; readonly evidence: readonly [Evidence, ...Evidence[]] }
  | { readonly basis: `${'inferred' | 'default'}:${string}` | 'person'; readonly evidence: readonly Evidence[] }

export interface FactProps {
  readonly kind: Field['kind']
  readonly value: unknown
  readonly ground: Ground
  readonly by: FieldValue['by']
  readonly person: string | null
  readonly claimant: string | null
  /** The event that the words belong to, so that the Reader can show it. */
  readonly event: string
  /** Rivals are set smaller than the value in force. */
  readonly isRival?: boolean
  readonly after?: ReactNode
}

/** The only component that prints a field's value: always with its basis and the words behind it. */
export function Fact({ kind, value, ground, by, person, claimant, event, isRival, after }: FactProps) {
  const [basis] = ground.basis === 'person' ? ['person'] : splitBasis(ground.basis)
  return (
    <div className={isRival ? 'fact fact-rival' : 'fact'} data-basis={basis} data-by={by}>
      <div className="fact-value">
        <span className={value === null ? 'fact-text fact-none' : 'fact-text'}>{valueText(kind, value)}</span>
        {claimant && <span className="fact-claimant">{t('fact.claimant', { claimant })}</span>}
        <span className={`basis basis-${basis}`} title={by === 'person' ? undefined : ground.basis}>
          {basisText({ basis: ground.basis, by, person })}
        </span>
        {after}
      </div>
      {ground.evidence.map((item) => (
        <Words key={`${item.start}-${item.end}`} evidence={item} event={event} />
      ))}
    </div>
  )
}

/** The very words, with what stands around them; a link into the article. */
export function Words({ evidence, event }: { readonly evidence: Evidence; readonly event: string }) {
  return (
    <Link
      className="words"
      to="/articles/$id"
      params={{ id: evidence.article }}
      search={{ event, at: `${evidence.start}-${evidence.end}` }}
    >
      <bdi>
        <span className="words-around">{tail(evidence.before)}</span>
        <mark>{evidence.quote}</mark>
        <span className="words-around">{head(evidence.after)}</span>
      </bdi>
    </Link>
  )
}

/** The end of a text from a whole word on, on one line. */
function tail(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  return line.length < text.length || text.length < 90 ? line : `…${line.slice(line.indexOf(' '))}`
}

/** The start of a text up to a whole word, on one line. */
function head(text: string): string {
  const end = text.indexOf('\n')
  const line = end < 0 ? text : text.slice(0, end)
  return line.length < text.length || text.length < 90 ? line : `${line.slice(0, line.lastIndexOf(' '))}…`
}

/** The ground of a value as the API gives it; a stated value that lost its words is told as inferred from none. */
export function groundOf(value: FieldValue): Ground {
  if (value.basis === 'person' || value.by === 'person') return { basis: 'person', evidence: value.evidence }
  const [first, ...rest] = value.evidence
  if (value.basis === 'stated')
    return first ? { basis: 'stated', evidence: [first, ...rest] } : { basis: 'inferred:no-words', evidence: [] }
  const [kind, rule] = splitBasis(value.basis)
  const more = value.basis.split(';').slice(1)
  return {
    basis: `${kind === 'default' ? 'default' : 'inferred'}:${[rule, ...more].join(';')}`,
    evidence: value.evidence,
  }
}
