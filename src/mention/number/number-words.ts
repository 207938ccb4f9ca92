import { kazakhLatin } from './kazakh-latin.ts'

/**
 * Number words of one language, as tables: one row a word, `word<TAB>value`. `units` add up below a hundred,
 * `scales` multiply what stands before them, `ordinals` are positions.
 */
export interface NumberWords {
  readonly units: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  readonly ordinals: ReadonlyMap<string, number>
  /** Words between the parts of one number ("one hundred and twenty"). */
  readonly joints: ReadonlySet<string>
  /** Multipliers glued to digits ("20k", "1.5m"). */
  readonly suffixes: ReadonlyMap<string, number>
  /** Scales that are a number by themselves: "тысяча человек", "жүз адам". */
  readonly bare?: ReadonlySet<string>
  /** Plural scales, taken after a number only: "12 lakhs", "two dozens". */
  readonly plural?: ReadonlyMap<string, number>
  /** Whether a comma followed by one or two digits is a decimal sign ("1,5 тысячи"). */
  readonly decimalComma: boolean
}

/** Reads a table of `key<TAB>number` rows. */
export function numberTable(rows: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  for (const line of rows.split('\n')) {
    const [keys, value] = line.trim().split('\t')
    if (keys && value) for (const key of keys.split(' ')) table.set(key, Number(value))
  }
  return table
}

const SUFFIXES = numberTable(`
k	1000
m mn mln	1000000
bn b	1000000000
tn trn	1000000000000
`)

const ENGLISH: NumberWords = {
  units: numberTable(`
zero	0
one	1
two	2
three	3
four	4
five	5
six	6
seven	7
eight	8
nine	9
ten	10
eleven	11
twelve	12
thirteen	13
fourteen	14
fifteen	15
sixteen	16
seventeen	17
eighteen	18
nineteen	19
twenty	20
thirty	30
forty fourty	40
fifty	50
sixty	60
seventy	70
eighty	80
ninety	90
`),
  scales: numberTable(`
dozen	12
hundred	100
thousand	1000
lakh lac	100000
million mln mn	1000000
crore	10000000
billion bn bln	1000000000
trillion tn trn	1000000000000
`),
  ordinals: numberTable(`
first	1
second	2
third	3
fourth	4
fifth	5
sixth	6
seventh	7
eighth	8
ninth	9
tenth	10
eleventh	11
twelfth	12
thirteenth	13
fourteenth	14
fifteenth	15
sixteenth	16
seventeenth	17
eighteenth	18
nineteenth	19
twentieth	20
thirtieth	30
`),
  joints: new Set(['and']),
  plural: numberTable(`
dozens	12
hundreds	100
thousands	1000
lakhs lacs	100000
millions	1000000
crores	10000000
billions	1000000000
`),
  suffixes: SUFFIXES,
  decimalComma: false,
}

const RUSSIAN: NumberWords = {
  units: numberTable(`
ноль нуль	0
один одна одно одного одной одному одним одну	1
два две двух двум двумя	2
три трёх трех трём трем тремя	3
четыре четырёх четырех четырём четырем четырьмя	4
пять пяти пятью	5
шесть шести шестью	6
семь семи семью	7
восемь восьми восемью	8
девять девяти девятью	9
десять десяти десятью	10
одиннадцать одиннадцати	11
двенадцать двенадцати	12
тринадцать тринадцати	13
четырнадцать четырнадцати	14
пятнадцать пятнадцати	15
шестнадцать шестнадцати	16
семнадцать семнадцати	17
восемнадцать восемнадцати	18
девятнадцать девятнадцати	19
двадцать двадцати	20
тридцать тридцати	30
сорок сорока	40
пятьдесят пятидесяти	50
шестьдесят шестидесяти	60
семьдесят семидесяти	70
восемьдесят восьмидесяти	80
девяносто девяноста	90
сто ста	100
двести двухсот	200
триста трёхсот трехсот	300
четыреста четырёхсот четырехсот	400
пятьсот пятисот	500
шестьсот шестисот	600
семьсот семисот	700
восемьсот восьмисот	800
девятьсот девятисот	900
двое двоих	2
трое троих	3
четверо четверых	4
пятеро пятерых	5
шестеро шестерых	6
семеро семерых	7
полтора полторы полутора	1.5
`),
  scales: numberTable(`
сотня сотни сотен сотню	100
тысяча тысячи тысяч тысячу тысячам тыс	1000
десяток десятка	10
миллион миллиона миллионов млн	1000000
миллиард миллиарда миллиардов млрд	1000000000
триллион триллиона триллионов трлн	1000000000000
`),
  ordinals: numberTable(`
первый первая первое первого первой первом первую	1
второй вторая второе второго втором вторую	2
третий третья третье третьего третьей третьем	3
четвёртый четвертый четвертая четвертое четвертого четвертом четвёртом	4
`),
  joints: new Set(),
  bare: new Set(
    'сотня сотни сотню тысяча тысячи тысячу миллион миллиона миллиард миллиарда десяток десятка'.split(' '),
  ),
  suffixes: numberTable('тыс\t1000\nмлн\t1000000\nмлрд\t1000000000'),
  decimalComma: true,
}

/** A table in both alphabets of Kazakh. */
function kazakhTable(rows: string): ReadonlyMap<string, number> {
  return numberTable(`${rows}\n${kazakhLatin(rows)}`)
}

const KAZAKH: NumberWords = {
  units: kazakhTable(`
нөл	0
бір	1
екі	2
үш	3
төрт	4
бес	5
алты	6
жеті	7
сегіз	8
тоғыз	9
он	10
жиырма	20
отыз	30
қырық	40
елу	50
алпыс	60
жетпіс	70
сексен	80
тоқсан	90
`),
  scales: kazakhTable(`
жүз жүзге жүзден жүздей	100
мың мыңға мыңнан мыңдай	1000
миллион млн	1000000
миллиард млрд	1000000000
`),
  ordinals: kazakhTable(`
бірінші	1
екінші	2
үшінші	3
төртінші	4
`),
  joints: new Set(),
  bare: new Set(
    'жүз жүзге жүзден мың мыңға мыңнан миллион миллиард'.split(' ').flatMap((word) => [word, kazakhLatin(word)]),
  ),
  suffixes: kazakhTable('мың\t1000\nмлн\t1000000\nмлрд\t1000000000'),
  decimalComma: true,
}

const HAN: NumberWords = {
  units: numberTable(`
零 〇	0
一	1
二 两 兩	2
三	3
四	4
五	5
六	6
七	7
八	8
九	9
`),
  scales: numberTable(`
十	10
百	100
千	1000
万 萬	10000
亿 億	100000000
`),
  ordinals: new Map(),
  joints: new Set(),
  suffixes: SUFFIXES,
  decimalComma: false,
}

/** Number words by language; Ukrainian, Kyrgyz and others fall back on digits with the Russian decimal comma. */
export function numberWords(language: string): NumberWords {
  if (language === 'ru' || language === 'uk') return RUSSIAN
  if (language === 'kk' || language === 'ky') return KAZAKH
  if (language === 'zh') return HAN
  return ENGLISH
}
