import { z } from '@hono/zod-openapi'
import { CODEBOOK_VERSION, CONTEXTS, FORMS, SECTORS, TOPICS, TYPES, toCameo } from '../coding/codebook.ts'
import { ENGLISH_TRIGGERS } from '../coding/en/index.ts'
import { EVENT_TYPES } from '../coding/event-record.ts'
import { parseLexicon, type TriggerEntry } from '../coding/lexicon.ts'

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

/** The words that may report an event of a type, as the codebook's page lists them. */
export const triggersView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        language: z.string(),
        pos: z.enum(['v', 'n', 'a']),
        modes: z.array(z.string()),
        form: z.string().nullable(),
        words: z.array(z.string()),
      }),
    ),
    total: z.number(),
  })
  .openapi('Triggers')

/** Trigger tables by language. */
const TRIGGERS: Readonly<Record<string, readonly string[]>> = { en: ENGLISH_TRIGGERS }
const parsed = new Map<string, readonly TriggerEntry[]>()

/** The trigger words of a type in every language that is coded. A `…` stands for words that may come between. */
export function triggersOf(type: string): z.infer<typeof triggersView> {
  const items = Object.entries(TRIGGERS).flatMap(([language, tables]) => {
    const entries = parsed.get(language) ?? parseLexicon(tables).entries
    parsed.set(language, entries)
    return entries
      .filter((entry) => entry.type === type)
      .map(({ id, pos, modes, form, phrases }) => ({
        id,
        language,
        pos,
        modes: [...modes],
        form,
        words: phrases.map((phrase) => phrase.replaceAll('~', '…').replaceAll('=', '')),
      }))
  })
  return { items, total: items.length }
}
