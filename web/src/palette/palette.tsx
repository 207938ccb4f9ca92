import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { getJson } from '../api/client.ts'
import type { SearchList } from '../api/schema.ts'
import { useScheme } from '../app/scheme.ts'
import { language, t } from '../catalogue/translate.ts'
import { useCodebook } from '../codebook/use-codebook.ts'
import { countryName } from '../data/country-codes.ts'
import { typeName } from '../fact/format.ts'

/** Full text is asked for from this many characters on, and after the typing has rested. */
const MIN_CHARACTERS = 3
const REST_MS = 180
const MAX_HITS = 6

/** Go anywhere, filter by anything, find articles by their words. */
export function Palette() {
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useScheme()
  const codebook = useCodebook()
  const [query, setQuery] = useState('')
  const rested = useRested(query.trim(), REST_MS)
  const hits = useQuery({
    queryKey: ['search', rested],
    queryFn: ({ signal }) => getJson<SearchList>('/api/search', { q: rested, limit: MAX_HITS }, signal),
    enabled: rested.length >= MIN_CHARACTERS,
    retry: false,
  })
  const fixed = useMemo(() => {
    const go = (to: string, search?: object) => () => void navigate({ to, search: search ?? {} } as never)
    const actions: SpotlightActionData[] = [
      { id: 'explore', label: t('nav.explore'), description: t('palette.explore'), onClick: go('/events') },
      { id: 'sources', label: t('nav.sources'), description: t('palette.sources'), onClick: go('/sources') },
      { id: 'codebook', label: t('nav.codebook'), description: t('palette.codebook'), onClick: go('/codebook') },
      {
        id: 'scheme',
        label: scheme === 'dark' ? t('palette.light') : t('palette.dark'),
        onClick: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      },
      ...(codebook.data?.types ?? []).map(({ type, covers }) => ({
        id: `type-${type}`,
        label: t('palette.type', { type: typeName(type) }),
        description: covers,
        keywords: [type],
        onClick: go('/events', { type: [type] }),
      })),
    ]
    return actions
  }, [navigate, scheme, setColorScheme, codebook.data])
  const country = countryAction(
    rested,
    (code) => void navigate({ to: '/events', search: { country: [code] } } as never),
  )
  const text = query.trim()
  const found: SpotlightActionData[] = [
    ...(text
      ? [
          {
            id: 'filter-text',
            label: t('palette.filter', { text }),
            keywords: [text],
            onClick: () => void navigate({ to: '/events', search: { text } } as never),
          },
        ]
      : []),
    ...(country ? [country] : []),
    ...(hits.data?.items ?? []).map((hit) => ({
      id: hit.id,
      label: hit.title ?? hit.file ?? hit.id,
      description: hit.snippet.text.slice(0, 140),
      keywords: [query, rested],
      onClick: () => void navigate({ to: '/articles/$id', params: { id: hit.id } } as never),
    })),
  ]
  return (
    <Spotlight
      actions={[...fixed, ...found]}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      // Locking the page's scrolling would write a style element, which the security policy refuses.
      lockScroll={false}
      nothingFound={t('palette.nothing')}
      highlightQuery
      limit={9}
      scrollable
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.placeholder') }}
    />
  )
}

function countryAction(text: string, go: (code: string) => void): SpotlightActionData | null {
  if (!/^[A-Za-z]{3}$/u.test(text)) return null
  const code = text.toUpperCase()
  const name = countryName(code, language())
  return name === code
    ? null
    : { id: `country-${code}`, label: t('palette.country', { name }), keywords: [text], onClick: () => go(code) }
}

/** The value once it has not changed for a while. */
function useRested(value: string, wait: number): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return rested
}
