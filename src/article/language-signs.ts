/** An alphabet as identification sees it: what it has beyond the shared letters, and how often that is used. */
export interface Alphabet {
  readonly language: string
  /** Letters beyond а–я without ё ъ ы э щ и. */
  readonly extra: string
  /** Log of how seldom the language is met in reports of our regions, against the best served ones. */
  readonly prior: number
  /** Letters of that kind that are common to several languages and prove nothing, but may occur. */
  readonly also: string
  /** Share of `extra` among the letters of running text, rounded; what a text without any of them is judged by. */
  readonly share: number
}

/**
 * Cyrillic alphabets. Shares of Russian and Kazakh are counted on the tree banks that the language engine is trained
 * on; the others are estimates from their orthographies, rounded: the decision is robust to a factor of two.
 */
export const CYRILLIC_ALPHABETS: readonly Alphabet[] = [
  { language: 'ru', prior: 0, extra: '', also: 'иёъыэщ', share: 0 },
  { language: 'kk', prior: 0, extra: 'әғқңөұүһі', also: 'иёъыэщ', share: 0.16 },
  { language: 'ky', prior: -1, extra: 'ңөү', also: 'иёъыэщ', share: 0.055 },
  { language: 'uk', prior: -1, extra: 'іїєґ', also: 'ищ', share: 0.065 },
  { language: 'be', prior: -5, extra: 'іў', also: 'ёыэ', share: 0.075 },
  { language: 'tt', prior: -5, extra: 'әөүҗңһ', also: 'иёъыэщ', share: 0.11 },
  { language: 'ba', prior: -8, extra: 'әөүңһғҡҙҫ', also: 'иёъыэщ', share: 0.16 },
  { language: 'uz', prior: -3, extra: 'ўқғҳ', also: 'иёъэ', share: 0.05 },
  { language: 'tg', prior: -4, extra: 'ғӣқӯҳҷ', also: 'иёъэ', share: 0.08 },
  { language: 'mn', prior: -6, extra: 'өү', also: 'иёъыэщ', share: 0.075 },
  { language: 'bg', prior: -8, extra: '', also: 'иъщ', share: 0 },
  { language: 'sr', prior: -5, extra: 'јљњћђџ', also: 'и', share: 0.06 },
  { language: 'mk', prior: -7, extra: 'јљњџѓќѕ', also: 'и', share: 0.05 },
]

/** Short words of running text that tell languages apart whose letters do not. A word may stand in several lists. */
export const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  ru: 'и в не что с как по из к у от для это его но они был была были будет может также который которые при если или уже чтобы после'.split(
    ' ',
  ),
  bg: 'и в на не с от за по е се са да като със че ще тези този който това беше бъде във към обаче след или при всеки'.split(
    ' ',
  ),
  kk: 'мен бен пен да де та те жылы деп бар екен ол ал бар еді емес кейін бойынша туралы оның соң дейін болды болып болған және үшін бұл осы сол бір керек арқылы ғана қазақстан'.split(
    ' ',
  ),
  tt: 'һәм белән өчен бу ул булган дип хокуклы кеше бер үз яки дә да'.split(' '),
  be: 'і ў не на з што як да гэта якія для па ці яго або кожны мае павінна права пры ад без'.split(' '),
  ky: 'жана менен деп болгон эмес боюнча бир эле болуп кийин катары гана тарабынан керек аны анын алар ал бул ар эки чейин жылы деген ошол каршы алып болот'.split(
    ' ',
  ),
  uk: 'та що як це до від або також після їх він вона було буде які який щоб але за про'
    .split(' ')
    .filter((word) => word !== 'за'),
  uz: 'ва билан учун бу ҳам бўлган'.split(' '),
  tg: 'ва дар аз ба ки бо барои'.split(' '),
}

/** Endings that Turkic words in Cyrillic have and Slavic ones have not, or seldom. */
export const TURKIC_ENDING =
  /(?:лар|дар|тар|лер|дер|тер|лор|дор|нын|дын|тын|нин|дин|тин|дон|дан|нан|тан|ган|кан|ген|кен|гон|уу|оо|аа|ээ|луу|дуу|туу|ууга|оого|сы|ды|ты|ынын|инин|ында|инде|дагы|деги|га|ге|ка)$/u
/** Long vowels as Kyrgyz writes them; Russian has them in loans alone. */
export const LONG_VOWEL = /аа|оо|уу|ээ/u

/** Short English words; their share in running English is about two fifths, in other Latin languages a few hundredths. */
export const ENGLISH_WORDS = new Set(
  'the of and to in a is that for on was with as it at by from be his are this were an has have not but had which or who their they he its after said you we i they your my me will would can about if what there all do so when been more up out just'.split(
    ' ',
  ),
)
/** Short words of Latin-script languages of the region that the statistical detector does not know. */
export const LATIN_WORDS: Readonly<Record<string, readonly string[]>> = {
  kk: 'jäne men üşin üşın bul bolğan bolyp dep emes osy jyl jyly jäne turaly qazaqstan boıynsha jáne úshin bolǵan týraly qazirgi keıin keiin bolady'.split(
    ' ',
  ),
  uz: "va bilan uchun bu ham bo'lgan bo‘lgan boʻlgan o'z yil yili edi deb kerak emas har bir hamda".split(' '),
  az: 'və ilə üçün bu olan bir ki də da edir olub görə'.split(' '),
}
