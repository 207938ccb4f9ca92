import { ERRORS, type ErrorCode, GroundswellError } from '../base/error.ts'

/** Statuses that the API answers errors with. */
export type ProblemStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 429 | 500 | 503

/** An error as RFC 9457 writes it. `type` is a URN that ends in our error code, `errors` names the fields that are wrong. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly detail?: string
  /** What to do next, as a sentence. */
  readonly next: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
  /** More of what the case needs, such as the newer decision of a conflict. */
  readonly [more: string]: unknown
}

/** The media type of problems. */
export const PROBLEM_TYPE = 'application/problem+json'

/** Thrown inside a handler to answer with a problem. */
export class ProblemError extends Error {
  readonly status: ProblemStatus
  readonly code: ErrorCode
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: ProblemStatus, code: ErrorCode, detail?: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail ?? ERRORS[code].what)
    this.name = 'ProblemError'
    this.status = status
    this.code = code
    this.more = detail === undefined ? more : { detail, ...more }
  }
}

/** The problem of an error: our own say what they are, all others are a fault of the server and tell no details. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return problem(error.status, error.code, error.more)
  if (error instanceof GroundswellError)
    return problem(500, error.code, error.detail === undefined ? {} : { detail: error.detail })
  return problem(500, 'GS-E710', {})
}

/** The response of an error, never cached. */
export function problemResponse(error: unknown): Response {
  const body = problemOf(error)
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' },
  })
}

function problem(status: number, code: ErrorCode, more: Readonly<Record<string, unknown>>): Problem {
  return {
    type: `urn:groundswell:error:${code}`,
    title: ERRORS[code].what,
    status,
    code,
    next: ERRORS[code].next,
    ...more,
  }
}
