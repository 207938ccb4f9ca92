import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from '../src/server/app.ts'
import type { Store } from '../src/store/store.ts'

/**
 * Writes the types of the API's answers for the pages, from the OpenAPI description that the server itself gives:
 * `node tools/api-types.ts` after a change of `src/server/schema.ts`. A test compares.
 */
export const API_TYPES_FILE = join(import.meta.dirname, '..', 'web', 'src', 'api', 'schema.ts')

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly nullable?: boolean
}

/** The module's text. */
export async function apiTypes(): Promise<string> {
  const server = createServer({ store: {} as Store, version: '0' })
  const response = await server.fetch(new Request('http://localhost/openapi.json'))
  const description = (await response.json()) as { components: { schemas: Record<string, Schema> } }
  const names = Object.keys(description.components.schemas).sort()
  const types = names.map((name) => {
    const schema = description.components.schemas[name] as Schema
    return `export type ${name} = ${typeOf(schema)}\n`
  })
  return `// Made by tools/api-types.ts from /openapi.json; do not edit.\n\n${types.join('\n')}`
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').pop() as string
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => literal(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((choice) => typeOf(choice)).join(' | ')
  if (schema.allOf) {
    // A part that only says "object or null" makes a reference nullable.
    const parts = schema.allOf.filter((part) => part.$ref || part.properties).map((part) => typeOf(part))
    const nullable = schema.allOf.some((part) => Array.isArray(part.type) && part.type.includes('null'))
    const joined = parts.join(' & ')
    return nullable ? `${parts.length > 1 ? `(${joined})` : joined} | null` : joined
  }
  const kinds = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (kinds.length === 0) return 'unknown'
  return kinds.map((kind) => single(kind, schema)).join(' | ')
}

function single(kind: string, schema: Schema): string {
  switch (kind) {
    case 'integer':
    case 'number':
      return 'number'
    case 'null':
      return 'null'
    case 'array':
      if (schema.prefixItems) return `[${schema.prefixItems.map((item) => typeOf(item)).join(', ')}]`
      return `Array<${schema.items ? typeOf(schema.items) : 'unknown'}>`
    case 'object': {
      if (!schema.properties) {
        const values = schema.additionalProperties
        return `Record<string, ${typeof values === 'object' ? typeOf(values) : 'unknown'}>`
      }
      const required = new Set(schema.required ?? [])
      const members = Object.entries(schema.properties).map(
        ([name, member]) => `${JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${typeOf(member)}`,
      )
      return `{ ${members.join('; ')} }`
    }
    default:
      return kind
  }
}

function literal(value: unknown): string {
  return value === null ? 'null' : JSON.stringify(value)
}

if (import.meta.main) writeFileSync(API_TYPES_FILE, await apiTypes())
