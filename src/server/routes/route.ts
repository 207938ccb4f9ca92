import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { JsonVerb, Store } from '../../store/store.ts'
import { PROBLEM_TYPE } from '../problem.ts'
import { problem } from '../schema.ts'

const PROBLEM = { content: { [PROBLEM_TYPE]: { schema: problem } } }

/** A GET route with its query, its answer and the problems it may meet. */
export function getRoute<Path extends string, Query extends z.ZodObject, Answer extends z.ZodType>(options: {
  path: Path
  summary: string
  query: Query
  answer: Answer
}) {
  return createRoute({
    method: 'get',
    path: options.path,
    summary: options.summary,
    request: { query: options.query },
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: options.answer } } },
      400: { description: 'A parameter is wrong', ...PROBLEM },
    },
  })
}

/** A GET route for one thing by its id. */
export function getOneRoute<Path extends string, Answer extends z.ZodType>(options: {
  path: Path
  summary: string
  answer: Answer
}) {
  return createRoute({
    method: 'get',
    path: options.path,
    summary: options.summary,
    request: { params: z.object({ id: z.string().max(200) }) },
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: options.answer } } },
      404: { description: 'There is nothing with this id', ...PROBLEM },
    },
  })
}

export const problemContent = PROBLEM

/** Answers with what the store says, as the bytes that it wrote. */
export async function passOn<Verb extends JsonVerb>(
  c: Context,
  store: Store,
  verb: Verb,
  ...args: Parameters<Store[Verb]>
): Promise<never> {
  const bytes = await store.json(verb, args)
  c.set('answer', bytes)
  return c.body(bytes, 200, { 'content-type': 'application/json' }) as never
}
