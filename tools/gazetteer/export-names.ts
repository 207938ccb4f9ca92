/**
 * Exports the names of GeoNames in the languages we read from Debian's `libgeonames-common` (message catalogues keyed by
 * GeoNames id or admin code) to `data/gazetteer-names.tsv`. Run once per release of that package:
 *
 *   apt-get install libgeonames-common
 *   node tools/gazetteer/export-names.ts [/usr/share/locale] > data/gazetteer-names.tsv
 *
 * A line is `key TAB lang=name TAB lang=name …`, sorted by key. The data are GeoNames', CC BY 4.0.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const LANGUAGES = ['en', 'ru', 'kk', 'ky', 'uz', 'zh', 'uk', 'ar', 'fa', 'tr', 'tg', 'ug', 'mn']

/** Entries of a GNU message catalogue (format of gettext's .mo files, little endian). */
function readCatalogue(bytes: Buffer): Map<string, string> {
  if (bytes.readUInt32LE(0) !== 0x950412de) throw new Error('not a little-endian message catalogue')
  const count = bytes.readUInt32LE(8)
  const [originals, translations] = [bytes.readUInt32LE(12), bytes.readUInt32LE(16)]
  const text = (table: number, i: number): string => {
    const [length, offset] = [bytes.readUInt32LE(table + 8 * i), bytes.readUInt32LE(table + 8 * i + 4)]
    return bytes.toString('utf8', offset, offset + length)
  }
  const out = new Map<string, string>()
  for (let i = 0; i < count; i++) if (text(originals, i) !== '') out.set(text(originals, i), text(translations, i))
  return out
}

const root = process.argv[2] ?? '/usr/share/locale'
const rows = new Map<string, string[]>()
for (const language of LANGUAGES)
  for (const [key, name] of readCatalogue(readFileSync(join(root, language, 'LC_MESSAGES', 'geonames.mo')))) {
    if (/[\t\n|]/u.test(name)) continue
    const row = rows.get(key) ?? []
    rows.set(key, row)
    row.push(`${language}=${name}`)
  }
const keys = [...rows.keys()].sort()
process.stdout.write(keys.map((key) => `${key}\t${(rows.get(key) as string[]).join('\t')}\n`).join(''))
