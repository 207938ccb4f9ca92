import { kazakhLatin } from '../../number/kazakh-latin.ts'
import { type Bound, type PeopleKind, phraseTable, type QuantityLexicon, vagueAmount, WordSet } from '../lexicon.ts'

const BEFORE = `
approx	шамамен | мөлшермен
at_least	кемінде | кем дегенде
at_most	ең көбі
`

/** Kazakh qualifiers follow the number with its case ending: "300-ге жуық", "50-ден астам", "2000-ға дейін". */
const AFTER = `
approx	ге жуық | ға жуық | ке жуық | қа жуық | жуық
at_least	ден астам | дан астам | тен астам | тан астам | нен астам | нан астам | астам | ден көп | дан көп | тен көп | тан көп | нан көп | ден аса | дан аса | тен аса | тан аса | нан аса
at_most	ге дейін | ға дейін | ке дейін | қа дейін | дейін | ден аз | дан аз | тен аз | тан аз | нан аз
approx	дай | дей | тай | тей
`

const VAGUE = `
20 99 20 20	ондаған
30 99 30 20	бірнеше ондаған
200 999 200 100	жүздеген
300 999 300 200	бірнеше жүз | бірнеше жүздеген
2000 9999 2000 1000	мыңдаған
3000 9999 3000 2000	бірнеше мың
20000 99999 20000 10000	ондаған мың
200000 999999 200000 100000	жүздеген мың
3 9 - - small	бірнеше
3 20 - - people	шағын топ | бір топ
`

const BEFELL: readonly (readonly [PeopleKind, string])[] = [
  ['killed', 'қаза өл* мерт опат* оққа'],
  ['injured', 'жарал* жарақат* зардап*'],
  ['arrested', 'ұстал* тұтқын* қамау* қамал* ұстады'],
  ['fined', 'айыппұл*'],
]

/** The rows as they stand and in Latin letters. */
function bothAlphabets(rows: string): string {
  return `${rows}\n${kazakhLatin(rows)}`
}

/** A row of words in both alphabets. */
function both(words: string): string {
  return `${words} ${kazakhLatin(words)}`
}

/** Kazakh words of quantities. */
export const KAZAKH_QUANTITIES: QuantityLexicon = {
  language: 'kk',
  before: phraseTable<Bound>(bothAlphabets(BEFORE), (v) => v as Bound),
  after: phraseTable<Bound>(bothAlphabets(AFTER), (v) => v as Bound),
  vague: phraseTable(bothAlphabets(VAGUE), vagueAmount),
  joints: new Set(['немесе']),
  people: new WordSet(
    both(
      'адам* кісі* қатысушы* шеруші* белсенді* тұрғын* азамат* жұмысшы* қызметкер* мұнайшы* кенші* студент* оқушы* мұғалім* дәрігер* әйел* ер бала* полицей* әскери* сарбаз* журналист* наразы* босқын* туыс* жүргізуші*',
    ),
  ),
  befell: new Map(BEFELL.map(([kind, words]) => [kind, new WordSet(both(words))])),
  passing: new Set(both('бейбіт жергілікті жас адам болды тапты алды және').split(' ')),
  measures: new WordSet(
    both('жыл* ай айда апта* күн* сағат* минут* шақырым* км метр* тонна* гектар* пайыз* теңге* рет'),
  ),
  crowds: new WordSet(both('митинг* топ* шеру*')),
  currencies: phraseTable(
    bothAlphabets('USD\tдоллар | $\nEUR\tеуро | €\nKZT\tтеңге | ₸\nRUB\tрубль | ₽\nCNY\tюань'),
    (v) => v,
  ),
  percent: phraseTable('%\t% | пайыз | пайызы', (v) => v),
  claimants: new WordSet(both('полиция* іім ұйымдастырушы* билік* министрлік* прокуратура* белсенді* дереккөз*')),
  claims: new WordSet(both('хабарла* мәлімде* айт* деді')),
  accordingTo: phraseTable<true>('+\tмәліметінше', () => true),
}
