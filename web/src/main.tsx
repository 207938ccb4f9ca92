import '@mantine/core/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './app/app.css'
import { createTheme, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api/client.ts'
import { openStream } from './api/stream.ts'
import { router } from './app/router.tsx'

/** The server is asked again when it did not answer, never when it said that the request is wrong. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => count < 3 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
    },
    mutations: { networkMode: 'always' },
  },
})
const theme = createTheme({ primaryColor: 'cyan', fontFamily: 'inherit', cursorType: 'pointer' })

openStream()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    {/* The variables stand in a file: the security policy allows no style elements. */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
