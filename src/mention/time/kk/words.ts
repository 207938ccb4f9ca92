import { kazakhLatin } from '../../number/kazakh-latin.ts'
import { readTimePhrases, readTimeWords, type TimeLexicon } from '../lexicon.ts'

/** Case endings after a noun of time: genitive, dative, accusative, locative, ablative; and after a possessive. */
const ENDINGS =
  ' дың дің тың тің ның нің ға ге қа ке ды ді ты ті да де та те дан ден тан тен нан нен ғы гі қы кі дағы дегі тағы тегі сы сі ы і ында інде сында сінде ының інің сының сінің ынан інен сынан сінен ына іне сына сіне'

/** Rows of stems: `category<TAB>value<TAB>stems`; each stem stands with every ending. */
const STEMS = `
month	1	қаңтар
month	2	ақпан
month	3	наурыз
month	4	сәуір
month	5	мамыр
month	6	маусым
month	7	шілде
month	8	тамыз
month	9	қыркүйек қыркүйег
month	10	қазан
month	11	қараша
month	12	желтоқсан
weekday	1	дүйсенбі
weekday	2	сейсенбі
weekday	3	сәрсенбі
weekday	4	бейсенбі
weekday	5	жұма
weekday	6	сенбі
weekday	7	жексенбі
unit	hour	сағат
unit	day	күн
unit	week	апта
unit	month	ай
unit	quarter	тоқсан
unit	year	жыл
unit	century	ғасыр
yearWord	+	жыл
edge	START	бас
edge	MID	орта
edge	END	соң аяғ
`

const WORDS = `
season	SP	көктем көктемде көктемінде
season	SU	жаз жазда жазында
season	FA	күз күзде күзінде
season	WI	қыс қыста қысында
part	MO	таңертең
part	EV	кешке кешкі
part	NI	түнде
step	-1	өткен былтырғы
step	0	осы биылғы бұл
step	1	келесі келер
days	0	бүгін
days	-1	кеше
days	1	ертең
shift	-1	бұрын
vague	+	бірнеше
every	+	әр
set	P1D	күнделікті
set	P1Y	жылсайын
reference	PRESENT_REF	қазір
reference	PAST_REF	жақында
relation	since	бастап бері
relation	until	дейін
future	+	болады өтеді жоспарлануда жоспарлап жоспарлаған
ordinal	1	бірінші
ordinal	2	екінші
ordinal	3	үшінші
ordinal	4	төртінші
`

const PHRASES = `
day	nauryz	наурыз мейрамы
day	independence	тәуелсіздік күні
day	constitution	конституция күні
day	republic	республика күні
day	capital-day-kz	астана күні
day	capital-day-kz	елорда күні
`

function inflected(): string {
  const rows: string[] = []
  for (const line of STEMS.split('\n')) {
    const [category, value, stems] = line.split('\t')
    if (!category || !value || !stems) continue
    const forms = stems.split(' ').flatMap((stem) => ENDINGS.split(' ').map((ending) => stem + ending))
    rows.push(`${category}\t${value}\t${forms.join(' ')}`)
  }
  return rows.join('\n')
}

/** The rows as they stand and with their words in Latin letters. */
function bothAlphabets(rows: string): string {
  return `${rows}\n${kazakhLatin(rows)}`
}

/** Kazakh words of time in both alphabets. "соң", "бас" and "орта" follow what they narrow ("наурыздың соңында"). */
export const KAZAKH_TIMES: TimeLexicon = {
  language: 'kk',
  words: readTimeWords(bothAlphabets(inflected() + WORDS)),
  phrases: readTimePhrases(bothAlphabets(PHRASES)),
  slashOrder: 'day-month',
  edgeAfter: true,
  thisYear: new Map([
    ['былтыр', -1],
    ['биыл', 0],
    ['byltyr', -1],
    ['biyl', 0],
  ]),
}
