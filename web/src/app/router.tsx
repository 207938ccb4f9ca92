import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { t } from '../catalogue/translate.ts'
import { ExplorePage } from '../explore/explore-page.tsx'
import { Empty, Failure } from '../ui/states.tsx'
import { parseSearch, stringifySearch } from './search.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <Empty title={t('state.noPage')}>
      <a className="button" href="/events">
        {t('nav.explore')}
      </a>
    </Empty>
  ),
  errorComponent: ({ error, reset }) => <Failure error={error} onRetry={reset} />,
})
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/events' })
  },
})
const explore = createRoute({ getParentRoute: () => root, path: '/events', component: ExplorePage })
const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('../event/event-page.tsx'), 'EventPage'),
})
const reader = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  component: lazyRouteComponent(() => import('../reader/reader-page.tsx'), 'ReaderPage'),
})
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('../sources/sources-page.tsx'), 'SourcesPage'),
})
const codebook = createRoute({
  getParentRoute: () => root,
  path: '/codebook',
  component: lazyRouteComponent(() => import('../codebook/codebook-page.tsx'), 'CodebookPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([home, explore, event, reader, sources, codebook]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
