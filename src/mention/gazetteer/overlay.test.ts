import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../base/id.ts'
import type { SourcePlace } from './build.ts'
import { foldName } from './fold.ts'
import { openGazetteer } from './gazetteer.ts'
import { applyOverlay, readOverlay } from './overlay.ts'

const HEAD = 'key\ttype\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tname\tnames\n'

describe('overlay tables', () => {
  it('add names to known places and places of their own', () => {
    const known: SourcePlace = {
      geonamesId: 7,
      name: 'Oldname',
      names: [],
      lat: 1,
      lon: 2,
      population: 5,
      type: 'city',
      country: 'KZ',
      admin1: '',
      admin2: '',
    }
    const rows = readOverlay(
      `${HEAD}7\t\t\t\t\t\t900\tNewname\tНовое имя|former:Oldname@..1999-12-31\n-\tpoint\tKZ\t01\t43\t77\t10\tMain Square\tадj\n`.replace(
        'адj',
        'Главная площадь',
      ),
    )
    const [city, square] = applyOverlay([known], rows)
    expect(city).toMatchObject({ name: 'Newname', lat: 1, population: 900 })
    expect(city?.names).toContainEqual({ text: 'Oldname', kind: 'former', from: null, to: '1999-12-31' })
    expect(square).toMatchObject({ name: 'Main Square', type: 'venue', point: true, lat: 43 })
  })

  it.each([
    ['-\tcity\tKZ\t\t\t\t\tNowhere\t', /position/u],
    ['1\tplanet\t\t\t\t\t\t\t', /unknown type/u],
    ['1\t\t\t\t99\t0\t\t\t', /no coordinate/u],
    ['1\t\t\t\t\t\t\t\tnick:Foo', /unknown kind/u],
  ])('say where row %j is wrong', (row, what) => {
    expect(() => readOverlay(HEAD + row, 'x.tsv')).toThrow(what)
    expect(() => readOverlay(HEAD + row, 'x.tsv')).toThrow(/^x\.tsv:2/u)
  })

  it('are all in the shipped gazetteer, under every name', () => {
    const folder = new URL('../../../data/overlay/', import.meta.url)
    const gazetteer = openGazetteer(readFileSync(new URL('../gazetteer.bin', folder)))
    const missing: string[] = []
    for (const file of readdirSync(folder).filter((name) => name.startsWith('places-')))
      for (const row of readOverlay(readFileSync(new URL(file, folder), 'utf8'), file))
        for (const name of [row.name, ...row.names.map(({ text }) => text)])
          if (name !== '' && foldName(name).split(' ').length <= 12 && gazetteer.find(name) < 0)
            missing.push(`${file}: ${name}`)
    expect(missing).toEqual([])
  })

  it('and the exported tables are those that the shipped gazetteer was built from', () => {
    const data = new URL('../../../data/', import.meta.url)
    const gazetteer = openGazetteer(readFileSync(new URL('gazetteer.bin', data)))
    const own = gazetteer.header.sources.flatMap(({ name, sha256: hash }) => {
      const file = name.startsWith('overlay ') ? `overlay/${name.slice('overlay '.length)}` : name
      return file.startsWith('overlay/') || file.startsWith('gazetteer-') ? [{ file, hash }] : []
    })
    expect(own.length).toBeGreaterThanOrEqual(6)
    for (const { file, hash } of own) expect(sha256(readFileSync(new URL(file, data))), file).toBe(hash)
  })
})
