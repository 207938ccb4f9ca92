/** A value that both databases can bind. Booleans become 0 and 1; absent values are null. */
export type SqlValue = string | number | null | Uint8Array

/** A piece of SQL with its parameters: text holds one `?` a value. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

type Part = Sql | SqlValue | boolean | undefined | readonly (string | number)[]

/**
 * Builds SQL from a template: values become parameters, lists become `(?, ?, …)`, pieces are nested as they are.
 * Nothing that a user wrote can reach the text.
 *
 *     sql`type IN ${['PROTEST', 'COERCE']} AND ${sql`confidence >= ${0.5}`}`
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly Part[]): Sql {
  let text = strings[0] as string
  const values: SqlValue[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else if (Array.isArray(part)) {
      text += part.length ? `(${part.map(() => '?').join(', ')})` : '(NULL)'
      values.push(...(part as SqlValue[]))
    } else {
      text += '?'
      values.push(bindable(part as Exclude<Part, Sql | readonly (string | number)[]>))
    }
    text += strings[index + 1]
  })
  return { text, values }
}

/** Text that is part of the program, such as a column's name. Never give it anything that a user wrote. */
export function raw(text: string): Sql {
  return { text, values: [] }
}

/** Pieces joined by `AND`; `1` where there are none. */
export function all(pieces: readonly Sql[]): Sql {
  if (!pieces.length) return raw('1')
  return { text: pieces.map((piece) => `(${piece.text})`).join(' AND '), values: pieces.flatMap((p) => p.values) }
}

/** Pieces joined by a separator. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  return { text: pieces.map((piece) => piece.text).join(separator), values: pieces.flatMap((p) => p.values) }
}

/** What a TypeScript value is bound as. */
export function bindable(value: SqlValue | boolean | undefined): SqlValue {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  return value
}

function isSql(part: Part): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part
}
