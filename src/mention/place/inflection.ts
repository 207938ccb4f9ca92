/**
 * Base forms of inflected place names, so that "в Алматы, Астане и Актюбинской области" or "Қазақстанда" are found without a
 * tagger. The tables hold endings of the common declensions; a form is only ever a question to the gazetteer, so that a
 * wrong guess costs a lookup and nothing else.
 */

/** Ending and what it may stand for in the nominative. Russian and Ukrainian nouns and adjectives of place names. */
const EAST_SLAVIC: readonly (readonly [string, readonly string[]])[] = [
  // adjectives: Актюбинской области → Актюбинская область; Абайского района → Абайский район
  ['ской', ['ская', 'ской', 'ский']],
  ['скую', ['ская', 'ский']],
  ['ского', ['ский', 'ское']],
  ['скому', ['ский', 'ское']],
  ['ском', ['ский', 'ское', 'ск']],
  ['ским', ['ский', 'ское']],
  ['ских', ['ские', 'ский']],
  ['скими', ['ские', 'ский']],
  ['ская', ['ский']],
  ['ское', ['ский']],
  ['ские', ['ский']],
  ['ной', ['ная', 'ной', 'на']],
  ['ную', ['ная']],
  ['ного', ['ный', 'ное']],
  ['ном', ['ный', 'ное', 'н']],
  ['ому', ['ый', 'ой', 'ое']],
  ['ого', ['ый', 'ой', 'ое']],
  ['ым', ['ый', 'ое', 'ы', 'ой']],
  ['ых', ['ые']],
  ['ой', ['а', 'ая', 'ой']],
  ['ою', ['а']],
  ['ей', ['я', 'ь', 'ей', 'и']],
  ['ею', ['я']],
  ['ая', ['ая']],
  // nouns
  ['иях', ['ии', 'ия']],
  ['иям', ['ии']],
  ['ией', ['ия']],
  ['ию', ['ия', 'ий']],
  ['ии', ['ия', 'ий']],
  ['ием', ['ий', 'ие']],
  ['ия', ['ий', 'ие']],
  ['цев', ['цы']],
  ['цам', ['цы']],
  ['цами', ['цы']],
  ['ов', ['ы', 'и']],
  ['ами', ['ы', 'а']],
  ['ями', ['и', 'я']],
  ['ах', ['ы', 'а']],
  ['ях', ['и', 'я']],
  ['ам', ['ы', 'а']],
  ['ям', ['и', 'я']],
  ['ом', ['', 'о']],
  ['ем', ['', 'ь', 'е', 'й']],
  ['ью', ['ь']],
  ['а', ['', 'о']],
  ['я', ['ь', 'й', 'е']],
  ['у', ['', 'а', 'о']],
  ['ю', ['ь', 'я', 'й', 'е']],
  ['е', ['', 'а', 'о', 'я', 'й', 'ь']],
  ['ы', ['а', '']],
  ['и', ['а', 'я', 'ь', 'ка']],
  ['і', ['', 'а', 'о', 'я', 'ь']],
]

/** Case and adjective endings of Kazakh and Kyrgyz in Cyrillic, longest first. */
const TURKIC_CYRILLIC = [
  'ндағы',
  'ндегі',
  'дағы',
  'дегі',
  'тағы',
  'тегі',
  'дагы',
  'деги',
  'тагы',
  'теги',
  'догу',
  'дөгү',
  'ның',
  'нің',
  'дың',
  'дің',
  'тың',
  'тің',
  'нын',
  'нин',
  'дын',
  'дин',
  'тын',
  'тин',
  'нун',
  'дун',
  'тун',
  'лық',
  'лік',
  'дық',
  'дік',
  'тық',
  'тік',
  'лык',
  'лик',
  'дык',
  'дик',
  'тык',
  'тик',
  'нда',
  'нде',
  'нан',
  'нен',
  'дан',
  'ден',
  'тан',
  'тен',
  'дон',
  'тон',
  'дөн',
  'төн',
  'мен',
  'бен',
  'пен',
  'менен',
  'ға',
  'ге',
  'қа',
  'ке',
  'на',
  'не',
  'га',
  'ка',
  'го',
  'ко',
  'гө',
  'кө',
  'да',
  'де',
  'та',
  'те',
  'до',
  'то',
  'дө',
  'тө',
  'ны',
  'ні',
  'ды',
  'ді',
  'ты',
  'ті',
  'ни',
  'ди',
  'ти',
  'н',
] as const

/** The same for Kazakh in Latin letters, Uzbek and Turkish. */
const TURKIC_LATIN = [
  'ndağı',
  'ndegi',
  'dağı',
  'degi',
  'tağı',
  'tegi',
  'dagi',
  'daki',
  'deki',
  'taki',
  'teki',
  'nyñ',
  'niñ',
  'dyñ',
  'diñ',
  'tyñ',
  'tiñ',
  'ning',
  'nın',
  'nin',
  'nun',
  'nün',
  'ın',
  'in',
  'lyq',
  'lik',
  'dyq',
  'dik',
  'tyq',
  'tik',
  'lık',
  'lı',
  'li',
  'lik',
  'nda',
  'nde',
  'ndan',
  'nden',
  'nan',
  'nen',
  'dan',
  'den',
  'tan',
  'ten',
  'men',
  'ben',
  'pen',
  'ğa',
  'ge',
  'qa',
  'ke',
  'ga',
  'ka',
  'na',
  'ne',
  'ya',
  'ye',
  'da',
  'de',
  'ta',
  'te',
  'ny',
  'ni',
  'dy',
  'di',
  'ty',
  'ti',
  'yı',
  'yi',
  'n',
] as const

const CYRILLIC = /^[\p{Script=Cyrillic}\p{M}'’ʼ -]+$/u
const LATIN_LANGUAGES = new Set(['kk', 'uz', 'tr', 'az', 'tk'])
/** Letters that a stem must keep. */
const MIN_STEM = 2
/** Most forms given for one surface. */
const MAX_FORMS = 48
/** Forms that are tried of each word but the last of a longer name. */
const MAX_WORD_FORMS = 3

/** Nominative forms that a surface may stand for, likeliest first; empty for words that do not inflect this way. */
export function baseForms(surface: string, language: string): string[] {
  const cyrillic = CYRILLIC.test(surface)
  if (!cyrillic && !LATIN_LANGUAGES.has(language)) return []
  const out = new Set<string>()
  if (cyrillic) {
    const turkic = stripTurkic(surface, TURKIC_CYRILLIC)
    const slavic = slavicForms(surface)
    for (const form of language === 'kk' || language === 'ky' ? [...turkic, ...slavic] : [...slavic, ...turkic])
      out.add(form)
  } else for (const form of stripTurkic(surface, TURKIC_LATIN)) out.add(form)
  out.delete(surface)
  return [...out].slice(0, MAX_FORMS)
}

function stripTurkic(surface: string, endings: readonly string[]): string[] {
  const lower = surface.toLowerCase()
  const out: string[] = []
  for (const ending of endings) {
    const stem = surface.slice(0, surface.length - ending.length)
    // An ending is part of a word: "Ресей мен" is two.
    if (lower.endsWith(ending) && stem.length >= MIN_STEM && !/[ -]$/u.test(stem)) out.push(stem)
  }
  return out
}

function slavicForms(surface: string): string[] {
  const parts = surface.split(/([ -]+)/u)
  if (parts.length === 1) return wordForms(surface)
  // Adjectives change with their noun: every word in its own form, the likeliest combinations first.
  let forms = ['']
  parts.forEach((part, i) => {
    if (i % 2 === 1) forms = forms.map((form) => form + part)
    else {
      const own = wordForms(part)
      const some = i === parts.length - 1 ? own : own.slice(0, MAX_WORD_FORMS)
      forms = [...some, part].flatMap((word) => forms.map((form) => form + word)).slice(0, MAX_FORMS)
    }
  })
  const seat = seatOf(parts)
  return seat.length > 0 ? [...forms.slice(0, MAX_FORMS - seat.length), ...seat] : forms
}

const DISTRICT = /^(?:район|област|кра[йяюе]|округ)/iu
const OF_TOWN = /^(.{3,}?)(?:ов|ин|ев)?ск(?:ий|ого|ому|им|ом|ая|ой|ую)$/iu

/** Towns that a district's adjective may come from: "Кордайского района" is that of Кордай. */
function seatOf(parts: readonly string[]): string[] {
  if (parts.length !== 3 || !DISTRICT.test(parts[2] as string)) return []
  const stem = OF_TOWN.exec(parts[0] as string)?.[1]
  return stem === undefined ? [] : [stem, `${stem}а`, `${stem}ь`, `${stem}ы`, `${stem}о`, `${stem}и`]
}

function wordForms(word: string): string[] {
  const lower = word.toLowerCase()
  const out: string[] = []
  for (const [ending, bases] of EAST_SLAVIC) {
    if (!lower.endsWith(ending) || lower.length - ending.length < MIN_STEM) continue
    for (const base of bases) out.push(word.slice(0, word.length - ending.length) + base)
    if (out.length > 6) break
  }
  return out
}
