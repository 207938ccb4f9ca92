import { describe, expect, it } from 'vitest'
import { createRunner, type Stage } from './runner.ts'

interface State {
  text: string
  words: string[]
  count: number
}
const split: Stage<State> = {
  name: 'split',
  reads: ['text'],
  writes: ['words'],
  run: (s) => void (s.words = s.text.split(' ')),
}
const count: Stage<State> = {
  name: 'count',
  reads: ['words'],
  writes: ['count'],
  run: (s) => void (s.count = s.words.length),
}

describe('runner', () => {
  it('runs stages in order', () => {
    const state: State = { text: 'a b c', words: [], count: 0 }
    createRunner([split, count], ['text']).run(state)
    expect(state.count).toBe(3)
  })
  it('refuses a stage that reads what nothing has written', () => {
    expect(() => createRunner([count, split], ['text'])).toThrow(/GS-E401.*count reads words/u)
  })
  it('refuses a name that stands twice', () => {
    expect(() => createRunner([split, split], ['text'])).toThrow(/GS-E401/u)
  })
})
