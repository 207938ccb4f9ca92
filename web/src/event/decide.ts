import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { postJson } from '../api/client.ts'
import type { EventView } from '../api/schema.ts'

/** A decision as the pages make it; person, revision and key are added on the way. */
export interface DecisionDraft {
  readonly action: 'accept' | 'reject' | 'change' | 'undo'
  readonly field?: string
  readonly value?: unknown
  readonly reason?: string
  readonly undoes?: string
}

const PERSON_KEY = 'groundswell.person'

/** Under which name this browser decides. */
export function usePerson(): readonly [string, (name: string) => void] {
  const [person, setPerson] = useState(() => localStorage.getItem(PERSON_KEY) ?? 'analyst')
  return [
    person,
    (name) => {
      const held = name.trim().slice(0, 200) || 'analyst'
      localStorage.setItem(PERSON_KEY, held)
      setPerson(held)
    },
  ]
}

/**
 * Sends decisions about one event. The revision that the person saw goes along: where somebody else was faster the
 * server refuses, and `error` holds its problem with the newer decision.
 */
export function useDecide(id: string, revision: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: DecisionDraft) =>
      postJson<EventView>(`/api/events/${encodeURIComponent(id)}/decisions`, {
        ...draft,
        person: localStorage.getItem(PERSON_KEY) ?? 'analyst',
        expected: revision,
        key: crypto.randomUUID(),
      }),
    onSuccess: (view) => {
      queries.setQueryData(['event', id], view)
      void queries.invalidateQueries({ queryKey: ['article', view.article.id] })
      void queries.invalidateQueries({ queryKey: ['history', id] })
      void queries.invalidateQueries({ queryKey: ['columns'] })
      void queries.invalidateQueries({ queryKey: ['info'] })
    },
  })
}
