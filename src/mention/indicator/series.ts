/**
 * Economic series by the words that name them: `series<TAB>unit kinds<TAB>phrases parted by |`. Unit kinds say which
 * quantities can be its values: `m` money, `p` percent, `n` counted things. A word ending in `*` matches its beginnings;
 * `_` stands for up to two words in between. Longer phrases are tried first.
 */
const TABLE = `
net-investment-inflow	m	net investment flow* | net flow* of investment* | net inflow* of investment* | net investment inflow* | net inflow* of foreign _ investment* | net foreign _ investment*
profit-repatriation	m	repatriat* profit* | profit* repatriat* | repatriat* | worth of profit* | repatriation of profit*
fdi	m	foreign direct investment* | fdi | direct investment*
investment	m	investment* | invested
exports	m	export* | shipment* abroad
imports	m	import*
trade-turnover	m	trade turnover | bilateral trade | mutual trade | trade volume* | volume of trade | two-way trade | foreign trade | turnover
trade-balance	m	trade surplus | trade deficit | trade balance | trade gap
gdp	m	gdp | gross domestic product | gross national product
gdp-growth	p	economic growth | gdp | gross domestic product | economy grew | economy expanded | economy shrank | economy contracted | economy _ grow* | growth rate | growth of the economy
inflation	p	inflation | consumer price* | price* rose | cost of living
unemployment	p	unemployment | jobless rate | joblessness | unemployed
policy-rate	p	base rate | policy rate | key rate | interest rate* | refinancing rate
public-debt	mp	public debt | national debt | government debt | state debt | foreign debt | external debt | sovereign debt
budget-deficit	mp	budget deficit | budget shortfall | fiscal deficit | budget gap
budget	m	state budget | national budget | federal budget | republican budget | government spending
government-revenue	m	tax revenue* | budget revenue* | oil revenue* | government revenue*
reserves	m	gold and foreign exchange reserves | foreign exchange reserves | currency reserves | international reserves | national fund
remittances	m	remittance* | money transfer*
loan	m	loan* | credit line | lent | borrowed
aid	m	foreign aid | humanitarian aid | development aid | aid package | financial assistance
wage	m	average wage* | average salar* | average monthly wage* | average monthly salar* | minimum wage | minimum pension | average pension
poverty	p	poverty rate | below the poverty line | living in poverty | poverty
oil-price	m	oil price* | price of oil | crude price* | barrel of oil | brent | a barrel | per barrel
oil-production	n	oil production | oil output | crude production | barrels a day | barrels per day
fuel-price	m	fuel price* | gas price* | gasoline price* | petrol price* | lpg price*
tariff	p	tariff* | import dut* | custom* dut*
turnout	p	turnout | voter turnout
`

export interface SeriesPhrase {
  readonly series: string
  readonly units: string
  readonly words: readonly string[]
}

/** Phrases by the first letters of their first word, the longest first. */
const BY_WORD = new Map<string, SeriesPhrase[]>()
const PREFIXES: SeriesPhrase[] = []

for (const line of TABLE.split('\n')) {
  const [series, units, phrases] = line.split('\t')
  if (!series || !units || !phrases) continue
  for (const phrase of phrases.split('|')) {
    const words = phrase.trim().split(' ')
    const entry: SeriesPhrase = { series, units, words }
    const first = words[0] as string
    if (first.endsWith('*')) PREFIXES.push(entry)
    else BY_WORD.set(first, [...(BY_WORD.get(first) ?? []), entry])
  }
}
for (const list of BY_WORD.values()) list.sort((a, b) => b.words.length - a.words.length)
PREFIXES.sort((a, b) => b.words.length - a.words.length)

/** Series named at word `at` of a row of lower-case words, with the word after the phrase; several if units differ. */
export function seriesAt(words: readonly string[], at: number): { phrase: SeriesPhrase; end: number }[] {
  const found: { phrase: SeriesPhrase; end: number }[] = []
  const word = words[at] as string
  for (const phrase of BY_WORD.get(word) ?? []) {
    const end = match(words, at, phrase.words)
    if (end > 0) found.push({ phrase, end })
  }
  for (const phrase of PREFIXES) {
    if (!word.startsWith((phrase.words[0] as string).slice(0, -1))) continue
    const end = match(words, at, phrase.words)
    if (end > 0) found.push({ phrase, end })
  }
  return found
}

function match(words: readonly string[], at: number, wanted: readonly string[]): number {
  let i = at
  for (let k = 0; k < wanted.length; k++) {
    const want = wanted[k] as string
    if (want === '_') {
      const next = wanted[k + 1] as string
      let skip = 0
      while (skip <= 2 && !fits(words[i + skip], next)) skip++
      if (skip > 2) return 0
      i += skip
      continue
    }
    if (!fits(words[i], want)) return 0
    i++
  }
  return i
}

function fits(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted
}
