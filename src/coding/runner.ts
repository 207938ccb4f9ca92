import { GroundswellError } from '../base/error.ts'

/** One step of coding. It names the fields of the state that it reads and those that it writes. */
export interface Stage<State> {
  readonly name: string
  readonly reads: readonly (keyof State & string)[]
  readonly writes: readonly (keyof State & string)[]
  run(state: State): void
}

/** Stages in an order that was checked. */
export interface Runner<State> {
  readonly stages: readonly Stage<State>[]
  run(state: State): void
}

/**
 * Checks once that every stage reads only what is given at the start or what an earlier stage writes, and that no name
 * is used twice. Throws GS-E401 otherwise: a wrong order is a fault of the build, not of an article.
 */
export function createRunner<State>(
  stages: readonly Stage<State>[],
  given: readonly (keyof State & string)[],
): Runner<State> {
  const known = new Set<string>(given)
  const names = new Set<string>()
  for (const stage of stages) {
    if (names.has(stage.name)) throw new GroundswellError('GS-E401', { detail: `stage ${stage.name} stands twice` })
    names.add(stage.name)
    for (const field of stage.reads)
      if (!known.has(field))
        throw new GroundswellError('GS-E401', { detail: `${stage.name} reads ${field} before it is written` })
    for (const field of stage.writes) known.add(field)
  }
  return {
    stages,
    run(state) {
      for (const stage of stages) stage.run(state)
    },
  }
}
