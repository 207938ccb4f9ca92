import type { TagHooks } from '../pack.ts'

/** English learns UPOS and the Penn tag as one class; all features follow from word and class. */
export const tags: TagHooks = {
  tagClass: (token) => `${token.upos}|${token.xpos}`,
  fromClass(tagClass) {
    const bar = tagClass.indexOf('|')
    return { upos: tagClass.slice(0, bar), xpos: tagClass.slice(bar + 1), feats: '' }
  },
}
