import { type Bound, type PeopleKind, phraseTable, type QuantityLexicon, vagueAmount, WordSet } from '../lexicon.ts'

/** Phrases are rows of single characters, since Chinese pieces are. */
const spaced = (rows: string): string =>
  rows
    .split('\n')
    .map((line) => {
      const [value, phrases] = line.split('\t')
      if (!value || !phrases) return line
      return `${value}\t${phrases
        .split('|')
        .map((phrase) => [...phrase.trim()].join(' '))
        .join('|')}`
    })
    .join('\n')

const BEFORE = `
approx	约|大约|大概|約|估计
below	近|将近|接近
at_least	超过|至少|逾|不少于|超過|上
at_most	多达|最多|不到|不足|至多|多達
`

const VAGUE = `
20 99 20 20	数十|几十|數十|幾十
200 999 200 100	数百|几百|數百|幾百
2000 9999 2000 1000	数千|几千|數千|幾千
20000 99999 20000 10000	数万|几万|數萬|幾萬
200000 999999 200000 100000	数十万|几十万
3 9 - - small	数|几|多
3 20 - - people	一小群|小群
- - - - people	大批|大量
`

const BEFELL: readonly (readonly [PeopleKind, string])[] = [
  ['killed', '死 亡 杀'],
  ['injured', '伤 傷'],
  ['arrested', '捕 拘 押'],
  ['fined', '罚'],
]

/** Chinese words of quantities: nouns and verbs by their characters. */
export const CHINESE_QUANTITIES: QuantityLexicon = {
  language: 'zh',
  before: phraseTable<Bound>(spaced(BEFORE), (v) => v as Bound),
  after: phraseTable<Bound>('at_least\t多 | 余 | 餘 | 以 上\napprox\t左 右 | 上 下', (v) => v as Bound),
  vague: phraseTable(spaced(VAGUE), vagueAmount),
  joints: new Set(['至', '到']),
  people: new WordSet('人 名 民 众 位'),
  befell: new Map(BEFELL.map(([kind, words]) => [kind, new WordSet(words)])),
  passing: new Set('个 的 被 在 因 而 受 遭 逮 身 示 威 者 抗 议 群 工 市 居'.split(' ')),
  measures: new WordSet('年 月 日 天 周 时 小 分 公 吨 元 次 岁 歲 米 里 级'),
  crowds: new WordSet(''),
  currencies: phraseTable(
    spaced('USD\t美元|美金\nEUR\t欧元\nKZT\t坚戈\nRUB\t卢布\nCNY\t元|人民币\nJPY\t日元'),
    (v) => v,
  ),
  percent: phraseTable('%\t%', (v) => v),
  claimants: new WordSet(''),
  claims: new WordSet(''),
  accordingTo: phraseTable<true>('', () => true),
}
