import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openGazetteer } from '../src/mention/gazetteer/gazetteer.ts'
import { provincesOf } from './map-provinces.ts'

const root = join(import.meta.dirname, '..')

describe('the provinces of the map', () => {
  it('are those of the gazetteer that ships', () => {
    const made = provincesOf(openGazetteer(readFileSync(join(root, 'data/gazetteer.bin'))))
    expect(made).toEqual(JSON.parse(readFileSync(join(root, 'web/src/map/provinces.json'), 'utf8')))
    expect(made.map(([name]) => name)).toContain('Mangystau Region')
  })
})
