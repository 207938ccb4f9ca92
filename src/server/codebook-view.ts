import { z } from '@hono/zod-openapi'
import { CODEBOOK_VERSION, CONTEXTS, FORMS, SECTORS, TOPICS, TYPES, toCameo } from '../coding/codebook.ts'
import { EVENT_TYPES } from '../coding/event-record.ts'

/** The codebook as its page shows it: every type with its modes, scores and CAMEO codes; forms, contexts, sectors, topics. */
export const codebookView = z
  .object({
    version: z.string(),
    types: z.array(
      z.object({
        type: z.string(),
        quad: z.string(),
        score: z.number(),
        recipientRequired: z.boolean(),
        covers: z.string(),
        cameo: z.string(),
        modes: z.array(z.object({ mode: z.string(), score: z.number(), cameo: z.string() })),
      }),
    ),
    forms: z.array(
      z.object({
        form: z.string(),
        covers: z.string(),
        type: z.string(),
        modes: z.array(z.string()),
        cameo: z.string(),
        acled: z.string().nullable(),
      }),
    ),
    contexts: z.array(z.string()),
    sectors: z.array(z.object({ sector: z.string(), means: z.string() })),
    topics: z.array(z.string()),
  })
  .openapi('Codebook')

/** The codebook in force. */
export function codebook(): z.infer<typeof codebookView> {
  return {
    version: CODEBOOK_VERSION,
    types: EVENT_TYPES.map((type) => {
      const { modes, quad, score, recipientRequired, covers } = TYPES[type]
      return {
        type,
        quad,
        score,
        recipientRequired,
        covers,
        cameo: toCameo(type, []),
        modes: Object.entries(modes).map(([mode, points]) => ({ mode, score: points, cameo: toCameo(type, [mode]) })),
      }
    }),
    forms: Object.entries(FORMS).map(([form, entry]) => ({ form, ...entry, modes: [...entry.modes] })),
    contexts: [...CONTEXTS],
    sectors: Object.entries(SECTORS).map(([sector, means]) => ({ sector, means })),
    topics: [...TOPICS],
  }
}
