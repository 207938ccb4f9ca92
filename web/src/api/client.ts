import type { Problem } from './schema.ts'

/** A problem that the server named, or that it does not answer at all (`status` 0). */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem | null

  constructor(status: number, problem: Problem | null) {
    super(problem ? `${problem.title}${problem.detail ? `: ${problem.detail}` : ''}` : 'no answer')
    this.name = 'ApiError'
    this.status = status
    this.problem = problem
  }
}

/** Parameters of a request; repeated ones as lists, absent ones undefined or null. */
export type Parameters = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

/** The address of an API call, the same for the same parameters. */
export function apiUrl(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value)) for (const item of value) query.append(name, item)
    else query.append(name, String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

async function send(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, null)
  }
  if (response.ok) return response
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  throw new ApiError(response.status, isProblem ? ((await response.json()) as Problem) : null)
}

/** Asks for JSON. */
export async function getJson<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  const response = await send(apiUrl(path, parameters), signal ? { signal } : {})
  return (await response.json()) as T
}

/** Asks for bytes. */
export async function getBytes(path: string, parameters: Parameters, signal?: AbortSignal): Promise<ArrayBuffer> {
  const response = await send(apiUrl(path, parameters), signal ? { signal } : {})
  return response.arrayBuffer()
}

/** Sends JSON. */
export async function postJson<T>(path: string, body: unknown): Promise<T> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}

/** Sends one file as it is, telling how much has gone. `fetch` tells nothing of that, so this is an XMLHttpRequest. */
export function sendFile<T>(url: string, file: Blob, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onerror = () => reject(new ApiError(0, null))
    request.onload = () => {
      let body: unknown = null
      try {
        body = JSON.parse(request.responseText)
      } catch {
        // An answer that is no JSON has no more to tell than its status.
      }
      if (request.status >= 200 && request.status < 300) resolve(body as T)
      else reject(new ApiError(request.status, body as Problem | null))
    }
    request.send(file)
  })
}
