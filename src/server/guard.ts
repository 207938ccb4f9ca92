import { ProblemError } from './problem.ts'

/**
 * What keeps other sites away from a server on loopback: a page of any site may send requests to 127.0.0.1, and DNS
 * rebinding lets it read the answers. So a request must name a host that we answer for, and one that a browser sent
 * must come from our own pages.
 */
export interface Guard {
  /** Throws a ProblemError where the request is refused. */
  check(request: Request): void
}

/** Names under which a loopback server is reached. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** A guard that answers for the loopback names and the given host names (without port). */
export function createGuard(options: { allowedHosts?: readonly string[] } = {}): Guard {
  const names = new Set([...LOOPBACK_NAMES, ...(options.allowedHosts ?? []).map((name) => name.toLowerCase())])
  return {
    check(request) {
      const url = new URL(request.url)
      const host = (request.headers.get('host') ?? url.host).toLowerCase()
      if (!names.has(hostName(host))) throw new ProblemError(421, 'GS-E701', host.slice(0, 100))

      const origin = request.headers.get('origin')
      if (origin !== null && !isOwnOrigin(origin, host)) throw new ProblemError(403, 'GS-E702', origin.slice(0, 200))

      // Browsers that send no Origin with a GET tell the same by fetch metadata; a link from elsewhere may open a page.
      const site = request.headers.get('sec-fetch-site')
      const isNavigation = request.headers.get('sec-fetch-mode') === 'navigate' && request.method === 'GET'
      if ((site === 'cross-site' || site === 'same-site') && !(isNavigation && !url.pathname.startsWith('/api/')))
        throw new ProblemError(403, 'GS-E702', site)
    },
  }
}

function hostName(host: string): string {
  return host.replace(/:\d+$/u, '')
}

function isOwnOrigin(origin: string, host: string): boolean {
  return origin.toLowerCase() === `http://${host}` || origin.toLowerCase() === `https://${host}`
}

/**
 * Only our own files run, nothing is loaded from elsewhere, no page may frame us. Styles stand in files: the pages set
 * single properties through the CSSOM, which this policy allows. MapLibre's worker is a file of ours.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}
