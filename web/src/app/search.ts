/** Search parameters as plain text: repeated names are lists, nothing is wrapped in JSON, so addresses stay readable. */
export type RawSearch = Record<string, string | string[]>

/** Reads `?a=1&b=2&b=3`. */
export function parseSearch(text: string): RawSearch {
  const out: RawSearch = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const known = out[name]
    if (known === undefined) out[name] = value
    else if (Array.isArray(known)) known.push(value)
    else out[name] = [known, value]
  }
  return out
}

/** Writes what `parseSearch` reads; empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value)) for (const item of value) query.append(name, String(item))
    else query.append(name, String(value))
  }
  // Commas and slashes are legal in a query and easier to read as they are.
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return text ? `?${text}` : ''
}
