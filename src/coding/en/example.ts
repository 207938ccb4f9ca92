import type { TriggerEntry } from '../lexicon.ts'
import { verbForms } from './inflect.ts'

/** The example of an entry with one of its phrases in place, in the past tense. The first letter becomes a capital. */
export function exampleOf(entry: TriggerEntry, phrase: string): string {
  const words = phrase.split(' ')
  const filled = (fill: string, inflect: boolean): string => {
    const out: string[] = []
    words.forEach((word, i) => {
      if (word === '~') out.push(...(fill === '' ? [] : [fill]))
      else if (i === 0 && inflect && entry.pos === 'v') out.push(pastOf(word))
      else out.push(word.replace(/^=/u, ''))
    })
    return out.join(' ')
  }
  const text = entry.example.replace(
    /\{(ed|base|n|N)(?::([^}]*))?\}/gu,
    (_, kind: string, fill: string | undefined) => {
      const phraseText = filled(fill ?? '', kind === 'ed')
      return kind === 'N' ? phraseText.charAt(0).toUpperCase() + phraseText.slice(1) : phraseText
    },
  )
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function pastOf(word: string): string {
  if (word === 'be') return 'was'
  if (/^(?:not|must|should|forcibly|violently|forcefully|sexually)$/u.test(word)) return word
  return verbForms(word).past[0] ?? word
}
