/** Kazakh letters in the Latin alphabet of 2021. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'ä',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'ğ',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'ñ',
  о: 'o',
  ө: 'ö',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'ū',
  ү: 'ü',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'ş',
  щ: 'şş',
  ы: 'y',
  і: 'ı',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}

/** A small-letter text with its Kazakh Cyrillic letters written in Latin ones; all else stays. */
export function kazakhLatin(text: string): string {
  let out = ''
  for (const char of text) out += LATIN[char] ?? char
  return out
}
