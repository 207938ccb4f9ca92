import type { Source } from './sources.ts'

/** What `models/<language>/LICENSE` says. */
export const LICENCE_NOTE = `The model files in this folder (model.bin and the figures in manifest.json) are licensed under the
Creative Commons Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0):
https://creativecommons.org/licenses/by-sa/4.0/legalcode

They are learnt from the sources named in ATTRIBUTION.md. The program code of Groundswell is not covered by this
licence; it has its own, in the LICENSE file at the root of the repository.
`

/** The attribution page of a model: every source, its authors and licence, and what was done to it. */
export function attribution(language: string, sources: readonly Source[]): string {
  const rows = sources.map(({ title, authors, licence, url }) => {
    const where = url === '' ? '' : ` ${url}`
    return `- **${title}**. ${authors}. Licence: ${licence}.${where}`
  })
  return `# Sources of the model "${language}"

The model is adapted from these annotated texts and shared under CC BY-SA 4.0 (see LICENSE).

${rows.join('\n')}

Changes made: word forms were normalised and hashed to numbers, feature weights were learnt from the annotation,
averaged, rare ones dropped and the rest rounded to eight bits; endings and exceptions of lemmas, and the features of
words, were counted. The texts themselves are not contained in the model; single word forms are.
`
}
