/** Words that open a noun phrase. */
export const DETERMINERS = new Set(
  'the a an this that these those his her its their our my your some any all no every each both another other several many few most certain various numerous such'.split(
    ' ',
  ),
)
/** Words that count or measure. */
export const QUANTITIES = new Set(
  'about around nearly almost approximately over up to at least more less fewer than some roughly estimated dozen dozens hundred hundreds thousand thousands million millions lakh crore one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half several many few most all'.split(
    ' ',
  ),
)
/** Words that no noun phrase goes on before. */
export const BARRIERS = new Set(
  "and or but , ; : . ( ) \" “ ” ' ’ of in on at by with from to for as than who whom which that when while if then after before because since said says told against between among under over into near during without within about is are was were be been being has have had will would can could may might must shall should do does did not n't also only just even still again there here it he she they we i you".split(
    ' ',
  ),
)
/** Subject pronouns and relatives. */
export const SUBJECTS = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'who', 'which'])

/** Whether a folded word is a number in digits. */
export function isNumber(word: string): boolean {
  return /^\d[\d.,]*(?:st|nd|rd|th|m|k)?$/u.test(word)
}
