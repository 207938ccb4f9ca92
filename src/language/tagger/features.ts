import { key1, key2, key3 } from '../hash.ts'
import type { WordInfo } from '../word.ts'

/** Room that a caller must give for the keys of one token. */
export const MAX_TAG_KEYS = 96

/** Stands in for the tag of a place before the sentence. */
export const NO_TAG = 0xffff

/** Writes the features that a word has by itself, whatever stands around it; returns their number. */
export function wordKeys(w: WordInfo, keys: Int32Array): number {
  let k = 0
  keys[k++] = key1(1, 0)
  keys[k++] = key1(2, w.folded)
  keys[k++] = key1(3, w.exact)
  if (w.suffix1 !== 0) keys[k++] = key1(4, w.suffix1)
  if (w.suffix2 !== 0) keys[k++] = key1(5, w.suffix2)
  if (w.suffix3 !== 0) keys[k++] = key1(6, w.suffix3)
  if (w.suffix4 !== 0) keys[k++] = key1(7, w.suffix4)
  if (w.suffix5 !== 0) keys[k++] = key1(8, w.suffix5)
  if (w.prefix1 !== 0) keys[k++] = key1(9, w.prefix1)
  if (w.prefix2 !== 0) keys[k++] = key1(10, w.prefix2)
  if (w.prefix3 !== 0) keys[k++] = key1(11, w.prefix3)
  if (w.prefix4 !== 0) keys[k++] = key1(12, w.prefix4)
  keys[k++] = key1(13, w.shape)
  keys[k++] = key2(37, w.shape, w.suffix2)
  keys[k++] = key1(42, w.classes)
  keys[k++] = key2(44, w.classes, w.suffix2)
  keys[k++] = key2(45, w.classes, w.cap)
  keys[k++] = key1(53, w.sense)
  return k
}

/**
 * Writes the features that token `i` has by its neighbours, from `keys[k]` on, and returns where they end. `words` is
 * the sentence with two edge words on either side, so token 0 stands at `words[2]`; `t1` and `t2` are the classes of
 * the two tokens before.
 */
export function contextKeys(
  words: readonly WordInfo[],
  i: number,
  t1: number,
  t2: number,
  keys: Int32Array,
  from: number,
): number {
  const w = words[i + 2] as WordInfo
  const n1 = words[i + 3] as WordInfo
  const n2 = words[i + 4] as WordInfo
  const p1 = words[i + 1] as WordInfo
  const p2 = words[i] as WordInfo
  const start = i === 0 ? 1 : 0
  let k = from
  keys[k++] = key2(14, w.cap, start)
  keys[k++] = key1(15, t1)
  keys[k++] = key2(16, t1, t2)
  keys[k++] = key2(17, w.folded, t1)
  keys[k++] = key1(18, p1.folded)
  keys[k++] = key1(19, n1.folded)
  keys[k++] = key1(20, p2.folded)
  keys[k++] = key1(21, n2.folded)
  keys[k++] = key2(22, p1.folded, w.folded)
  keys[k++] = key2(23, w.folded, n1.folded)
  keys[k++] = key2(24, t1, n1.folded)
  keys[k++] = key1(25, n1.suffix3)
  keys[k++] = key1(26, p1.suffix3)
  keys[k++] = key2(27, w.ambiguity, t1)
  keys[k++] = key2(28, w.ambiguity, n1.ambiguity)
  keys[k++] = key1(29, n1.ambiguity)
  keys[k++] = key2(30, n2.ambiguity, t1)
  keys[k++] = key2(31, t1, n1.ambiguity)
  keys[k++] = key2(32, w.suffix2, t1)
  keys[k++] = key2(33, w.shape, p1.cap)
  keys[k++] = key2(34, w.suffix3, t1)
  keys[k++] = key2(35, n1.cap, w.cap)
  keys[k++] = key3(36, w.ambiguity, t1, n1.ambiguity)
  keys[k++] = key2(38, n1.suffix2, w.suffix2)
  keys[k++] = key2(39, w.suffix3, n1.ambiguity)
  keys[k++] = key2(40, w.suffix4, t1)
  keys[k++] = key3(41, w.suffix2, t1, t2)
  // What the dictionary knows of the word and its neighbours.
  keys[k++] = key2(43, w.classes, t1)
  keys[k++] = key1(46, n1.classes)
  keys[k++] = key1(47, p1.classes)
  keys[k++] = key3(48, t1, w.classes, n1.classes)
  keys[k++] = key3(49, w.classes, n1.classes, n2.classes)
  keys[k++] = key2(50, w.classes, n1.ambiguity)
  keys[k++] = key2(51, w.classes, n1.folded)
  keys[k++] = key2(52, w.classes, p1.folded)
  keys[k++] = key2(54, w.sense, t1)
  keys[k++] = key1(55, p1.sense)
  keys[k++] = key1(56, n1.sense)
  return k
}

/** All features of token `i`; returns their number. */
export function tagKeys(words: readonly WordInfo[], i: number, t1: number, t2: number, keys: Int32Array): number {
  return contextKeys(words, i, t1, t2, keys, wordKeys(words[i + 2] as WordInfo, keys))
}
