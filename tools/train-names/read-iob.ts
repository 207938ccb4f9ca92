import { KINDS, type TokenName } from '../../src/language/names/label.ts'

/** A sentence with its names, and the document that it stands in. */
export interface NamedSentence {
  readonly forms: readonly string[]
  readonly names: readonly TokenName[]
  readonly document: string
}

/** Number of a kind by its name in the data; -1 for kinds that we do not tell apart. */
function kindOf(name: string): number {
  const known: Readonly<Record<string, string>> = {
    PERSON: 'PER',
    GPE: 'LOC',
    LOCATION: 'LOC',
    ORGANISATION: 'ORG',
    ORGANIZATION: 'ORG',
  }
  return KINDS.indexOf((known[name] ?? name) as (typeof KINDS)[number])
}

/**
 * Reads IOB2: one token a line with its tag in `column`, an empty line after each sentence. A stray `I-` opens a name.
 * `comments` says that lines beginning with "# " are comments; elsewhere they are hashtag tokens.
 */
export function readIob(
  text: string,
  options: { readonly comments: boolean; readonly form: number; readonly tag: number },
): NamedSentence[] {
  const out: NamedSentence[] = []
  let forms: string[] = []
  let tags: string[] = []
  let document = ''
  const close = (): void => {
    if (forms.length > 0) out.push({ forms, names: namesOf(tags), document })
    forms = []
    tags = []
  }
  for (const line of text.split('\n')) {
    if (options.comments && line.startsWith('# ')) {
      const opened = /^# newdoc id = (.+)$/u.exec(line)
      if (opened) document = opened[1] as string
      continue
    }
    if (line.trim() === '') {
      close()
      continue
    }
    const cells = line.split(/[\t ]/u)
    const form = cells[options.form] ?? ''
    if (form === '') continue
    forms.push(form)
    tags.push(cells[options.tag] ?? 'O')
  }
  close()
  return out
}

function namesOf(tags: readonly string[]): TokenName[] {
  const names: TokenName[] = []
  let first = -1
  let kind = ''
  const end = (at: number): void => {
    if (first >= 0 && kindOf(kind) >= 0) names.push({ first, last: at - 1, kind: kindOf(kind) })
    first = -1
  }
  tags.forEach((tag, i) => {
    const own = tag.slice(2)
    if (tag.startsWith('B-') || (tag.startsWith('I-') && (first < 0 || own !== kind))) {
      end(i)
      first = i
      kind = own
    } else if (!tag.startsWith('I-')) end(i)
  })
  end(tags.length)
  return names
}

const PRONOUN = /^(?:we|our|us|they|their|them|it|its|he|his|she|her|i|who|which|that|these|those|this|you)$/iu
const ARTICLE = /^(?:the|a|an)$/iu

/** Cleans re3d: pronouns and spans without a capital go, leading articles are cut. */
export function cleanNames(sentences: readonly NamedSentence[]): NamedSentence[] {
  return sentences.map((sentence) => {
    const names: TokenName[] = []
    for (const name of sentence.names) {
      let { first } = name
      while (first < name.last && ARTICLE.test(sentence.forms[first] ?? '')) first++
      const words = sentence.forms.slice(first, name.last + 1)
      if (words.length === 1 && PRONOUN.test(words[0] as string)) continue
      if (!words.some((word) => /^\p{Lu}/u.test(word))) continue
      names.push({ ...name, first })
    }
    return { ...sentence, names }
  })
}
