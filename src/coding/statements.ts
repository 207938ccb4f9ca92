import type { CodingState } from './state.ts'

/** Finds who said what about whom. */
export function findStatements(state: CodingState): void {
  state.statements = []
}
