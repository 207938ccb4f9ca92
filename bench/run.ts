/**
 * `npm run bench -- NAME --data FILE [--predictions OUT.jsonl] [--json]`: one accuracy yardstick on a data file in the
 * shape that docs/bench.md gives; `npm run bench -- speed --data FILE`; `npm run bench -- gate` holds every figure
 * against `bench/baseline.json`.
 */
import { parseArgs } from 'node:util'
import { gate } from './gate.ts'
import { writeJsonl } from './jsonl.ts'
import { NAMES, runYardstick } from './yardsticks.ts'

const USAGE = `usage: npm run bench -- NAME --data FILE [--predictions OUT.jsonl] [--json] [--misses]
       npm run bench -- gate [--yardsticks DIR] [--treebanks DIR] [--corpus DIR] [--raise | --lower NAME.FIGURE=VALUE --reason TEXT]
NAME: ${NAMES.join(', ')}
  police   --level doc|sent      geo    --gold-spans      link  --level docs|mentions
  petrarch --code type|cameo|root       fields --input ARTICLES.jsonl (default: FILE with .input before .jsonl)`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    input: { type: 'string' },
    predictions: { type: 'string' },
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    level: { type: 'string' },
    code: { type: 'string' },
    'gold-spans': { type: 'boolean', default: false },
    yardsticks: { type: 'string', default: '../shared/yardsticks' },
    treebanks: { type: 'string', default: '../shared/treebanks' },
    corpus: { type: 'string', default: '../shared/corpus' },
    only: { type: 'string' },
    raise: { type: 'boolean', default: false },
    lower: { type: 'string' },
    reason: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

const name = positionals[0]
if (values.help || !name) {
  console.log(USAGE)
  process.exitCode = name || values.help ? 0 : 2
} else if (name === 'gate') {
  process.exitCode = await gate(values)
} else if (!(NAMES as readonly string[]).includes(name) || !values.data) {
  console.error(values.data ? `no yardstick is called "${name}"` : 'name the data file with --data FILE')
  console.error(USAGE)
  process.exitCode = 2
} else {
  const { figures, predictions, misses } = await runYardstick(name, values.data, {
    level: values.level,
    code: values.code,
    goldSpans: values['gold-spans'],
    input: values.input,
  })
  if (values.predictions && predictions) writeJsonl(values.predictions, predictions)
  if (values.misses && misses) for (const miss of misses) console.error(JSON.stringify(miss))
  if (values.json) console.log(JSON.stringify({ name, data: values.data, figures }))
  else for (const [figure, value] of Object.entries(figures)) console.log(`${figure.padEnd(28)} ${shown(value)}`)
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4)
}
