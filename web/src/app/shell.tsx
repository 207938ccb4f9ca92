import { useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { getJson } from '../api/client.ts'
import type { Info } from '../api/schema.ts'
import { useStream } from '../api/stream.ts'
import { t } from '../catalogue/translate.ts'
import { useKeys } from '../ui/hotkeys.ts'
import { Loading } from '../ui/states.tsx'
import { useScheme } from './scheme.ts'

const Palette = lazy(() => import('../palette/palette.tsx').then(({ Palette }) => ({ default: Palette })))
const KEYS = ['/', 'j k', '[ ]', '{ }', 'm l', 'n p', 'a r c z', 'o', 'g e', 'g s', 'g c', 'Ctrl K', 'Esc'] as const

/** Head, navigation and the page in it. */
export function Shell() {
  const info = useQuery({ queryKey: ['info'], queryFn: () => getJson<Info>('/api/info') })
  const stream = useStream()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useScheme()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const seen = useRef(-1)
  const [help, setHelp] = useState(false)
  const [paletteWanted, setPaletteWanted] = useState(false)

  // The data changed, here or elsewhere: what is on the screen is asked for again, without a reload.
  useEffect(() => {
    if (stream.version < 0) return
    if (seen.current >= 0 && stream.version !== seen.current) void queries.invalidateQueries()
    seen.current = stream.version
  }, [stream.version, queries])
  const wasConnected = useRef(true)
  useEffect(() => {
    if (stream.connected && !wasConnected.current) void queries.invalidateQueries()
    wasConnected.current = stream.connected
  }, [stream.connected, queries])

  const openPalette = (): void => {
    if (paletteWanted) spotlight.open()
    else setPaletteWanted(true)
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !paletteWanted) {
        event.preventDefault()
        setPaletteWanted(true)
      }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [paletteWanted])

  const waitsForSecond = useRef(0)
  const second = (to: string) => (): void => {
    if (performance.now() - waitsForSecond.current < 1_200) void navigate({ to } as never)
  }
  useKeys({
    g: () => {
      waitsForSecond.current = performance.now()
    },
    e: second('/events'),
    s: second('/sources'),
    c: second('/codebook'),
    i: () => void navigate({ to: '/sources' }),
    '?': () => setHelp(!help),
  })

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header className="top">
        <Link to="/events" className="brand" aria-label={t('nav.home')}>
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span>Groundswell</span>
        </Link>
        {info.data && (
          <span className="workspace muted">
            <bdi>{info.data.name}</bdi>
          </span>
        )}
        <nav aria-label={t('nav.label')}>
          <NavLink to="/events" path={path} label={t('nav.explore')} />
          <NavLink to="/sources" path={path} label={t('nav.sources')} />
          <NavLink to="/codebook" path={path} label={t('nav.codebook')} />
        </nav>
        <span className="grow" />
        <button type="button" className="search-button" onClick={openPalette}>
          <span>{t('nav.search')}</span> <kbd>Ctrl K</kbd>
        </button>
        <button
          type="button"
          className="icon-button keys-button"
          aria-label={t('nav.keys')}
          aria-expanded={help}
          onClick={() => setHelp(!help)}
        >
          ?
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={scheme === 'dark' ? t('palette.light') : t('palette.dark')}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
        >
          {scheme === 'dark' ? '☀' : '☾'}
        </button>
      </header>
      {help && (
        <section className="keys" aria-label={t('nav.keys')}>
          <dl>
            {KEYS.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(`key.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {!stream.connected && (
        <p className="notice notice-warning" role="alert">
          {t('state.offline')} {t('state.offlineTrying')}
        </p>
      )}
      <div id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </div>
      {paletteWanted && (
        <Suspense fallback={null}>
          <Palette />
          <OpenOnce />
        </Suspense>
      )}
    </div>
  )
}

/** Opens the palette once it has been loaded. */
function OpenOnce() {
  useEffect(() => spotlight.open(), [])
  return null
}

function NavLink({ to, path, label }: { readonly to: string; readonly path: string; readonly label: string }) {
  const here = path === to || path.startsWith(`${to}/`)
  return (
    <Link to={to as never} aria-current={here ? 'page' : undefined}>
      {label}
    </Link>
  )
}
