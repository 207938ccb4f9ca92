import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GroundswellError } from '../base/error.ts'
import { en } from './en/index.ts'
import { createEngine } from './engine.ts'
import { codeOf, companding, FrozenTable } from './frozen.ts'
import { readModel, writeModel } from './model-file.ts'

const bytes = readFileSync(new URL('../../models/en/model.bin', import.meta.url))

describe('model file', () => {
  it('gives the same bytes when written again', () => {
    expect(Buffer.from(writeModel(readModel(bytes))).equals(bytes)).toBe(true)
  })

  it('is refused with a code if it is cut off, of another kind or of another version', () => {
    const refused = (data: Uint8Array): string => {
      try {
        createEngine(en, data)
      } catch (error) {
        return error instanceof GroundswellError ? error.code : String(error)
      }
      return 'accepted'
    }
    expect(refused(bytes.subarray(0, bytes.length >> 1))).toBe('GS-E201')
    expect(refused(new Uint8Array(0))).toBe('GS-E201')
    expect(refused(new TextEncoder().encode('not a model at all'))).toBe('GS-E201')
    const older = Uint8Array.from(bytes.subarray(0, 64))
    older[4] = 99
    expect(refused(older)).toBe('GS-E202')
  })
})

describe('weights in one byte', () => {
  it('keep small weights apart and zero at zero', () => {
    const table = companding(8)
    expect(table[codeOf(0, 8)]).toBe(0)
    expect(table[codeOf(8, 8)]).toBe(8)
    expect(table[codeOf(-8, 8)]).toBe(-8)
    for (const weight of [0.01, 0.1, 1, -0.01, -3.3])
      expect(Math.abs((table[codeOf(weight, 8)] as number) - weight)).toBeLessThan(0.02 + Math.abs(weight) * 0.1)
  })
})

describe('FrozenTable', () => {
  const wide = {
    key: 7,
    classes: Uint16Array.from({ length: 20 }, (_, i) => i),
    values: new Float32Array(20).fill(0.5),
  }
  const narrow = { key: 0x80000001, classes: Uint16Array.of(3), values: Float32Array.of(2) }
  const table = new FrozenTable([wide, narrow])

  it('adds up the weights of known features and passes over unknown ones', () => {
    const scores = new Float64Array(20)
    table.score(Int32Array.of(7, 0x80000001 | 0, 12345), 3, scores)
    expect((scores[3] as number) * table.unit).toBeCloseTo(2.5, 3)
    expect((scores[19] as number) * table.unit).toBeCloseTo(0.5, 3)
  })

  it('scores a few classes as it scores all', () => {
    const scores = new Float64Array(20)
    table.scoreOnly(Int32Array.of(7, 0x80000001 | 0), 2, scores, Uint16Array.of(3, 4))
    expect((scores[3] as number) * table.unit).toBeCloseTo(2.5, 3)
    expect((scores[4] as number) * table.unit).toBeCloseTo(0.5, 3)
  })
})
