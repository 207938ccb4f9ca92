import { key1, key2, key3, key4 } from '../hash.ts'
import type { Atoms } from './atoms.ts'
import type { State } from './state.ts'

/** Room that a caller must give for the keys of one decision. */
export const MAX_KEYS = 176

/** Distances that are kept apart: 1, 2, 3, 4, 5+, 7+, 11+. */
function bucket(distance: number): number {
  return distance < 5 ? distance : distance < 7 ? 5 : distance < 11 ? 6 : 7
}

/** The kinds of words strictly between two nodes as bits; -1 if one of them is none. */
function between(bit: Int32Array, left: number, right: number, n: number): number {
  if (left >= n || right > n) return -1
  let kinds = 0
  for (let i = left + 1; i < right; i++) kinds |= bit[i] as number
  return kinds
}

/** The nodes behind a node of the buffer, or the node that stands for none. */
function behind(node: number, steps: number, n: number): number {
  return node + steps <= n ? node + steps : n + 1
}

/**
 * Writes the features that a state has by the front of its buffer alone, whatever is on the stack. With `stackKeys`,
 * `meetKeys` and `stateKeys` these are all features of the next move; they are apart because the same nodes meet again
 * and again in the states of one sentence. Each returns where its keys end.
 */
export function frontKeys(atoms: Atoms, b0: number, keys: Int32Array, from: number): number {
  const { n, word, tag, coarse, second } = atoms
  const b1 = behind(b0, 1, n)
  const b2 = behind(b0, 2, n)
  const b3 = behind(b0, 3, n)
  const b0w = word[b0] as number
  const b1w = word[b1] as number
  const b0p = tag[b0] as number
  const b1p = tag[b1] as number
  const b2p = tag[b2] as number
  const b0c = coarse[b0] as number
  const b1c = coarse[b1] as number
  const b0q = second[b0] as number
  let k = from
  keys[k++] = key1(7, b0w)
  keys[k++] = key1(8, b0p)
  keys[k++] = key2(9, b0w, b0p)
  keys[k++] = key1(10, b1w)
  keys[k++] = key1(11, b1p)
  keys[k++] = key2(12, b1w, b1p)
  keys[k++] = key1(13, b2p)
  keys[k++] = key2(39, b0w, b1w)
  keys[k++] = key2(40, b0w, b1p)
  keys[k++] = key2(41, b0p, b1w)
  keys[k++] = key2(42, b0p, b1p)
  keys[k++] = key3(46, b0p, b1p, b2p)
  keys[k++] = key2(109, b0p, b0q)
  keys[k++] = key4(144, b0c, b1c, coarse[b2] as number, coarse[b3] as number)
  return k
}

/** Writes the features of the two nodes on top of the stack, without their children. */
export function stackKeys(atoms: Atoms, s1: number, s0: number, keys: Int32Array, from: number): number {
  const { n, word, tag, coarse, second, suffix, sense, bit } = atoms
  const s0w = word[s0] as number
  const s1w = word[s1] as number
  const s0p = tag[s0] as number
  const s1p = tag[s1] as number
  const s0c = coarse[s0] as number
  const s1c = coarse[s1] as number
  const s0q = second[s0] as number
  const s1q = second[s1] as number
  const s0m = sense[s0] as number
  const s1m = sense[s1] as number
  const below = bucket(s0 - s1)
  const lower = between(bit, s1, s0, n)
  // Conjuncts are alike.
  const alike = s1p !== s0p ? 0 : suffix[s1] === suffix[s0] ? 2 : 1
  let k = from
  keys[k++] = key1(1, s0w)
  keys[k++] = key1(2, s0p)
  keys[k++] = key2(3, s0w, s0p)
  keys[k++] = key1(4, s1w)
  keys[k++] = key1(5, s1p)
  keys[k++] = key2(6, s1w, s1p)
  keys[k++] = key2(25, s1w, s0w)
  keys[k++] = key2(26, s1w, s0p)
  keys[k++] = key2(27, s1p, s0w)
  keys[k++] = key2(28, s1p, s0p)
  keys[k++] = key3(29, s1w, s1p, s0w)
  keys[k++] = key3(30, s1w, s1p, s0p)
  keys[k++] = key3(31, s1w, s0w, s0p)
  keys[k++] = key3(32, s1p, s0w, s0p)
  keys[k++] = key4(33, s1w, s1p, s0w, s0p)
  keys[k++] = key2(34, s1c, s0c)
  keys[k++] = key2(88, s1w, below)
  keys[k++] = key2(89, s1p, below)
  keys[k++] = key2(90, s0w, below + 16)
  keys[k++] = key3(91, s1p, s0p, below)
  keys[k++] = key2(108, s0p, s0q)
  keys[k++] = key2(111, s1q, s0q)
  keys[k++] = key2(116, s1p, suffix[s0] as number)
  keys[k++] = key2(117, suffix[s1] as number, s0p)
  keys[k++] = key2(121, s1m, s0m)
  keys[k++] = key3(124, s1m, s1p, s0p)
  keys[k++] = key3(125, s1p, s0m, s0p)
  keys[k++] = key3(130, s1w, s0m, s0p)
  keys[k++] = key3(141, s1p, s0p, lower)
  keys[k++] = key3(143, s1c, s0c, lower)
  keys[k++] = key3(150, s1p, s0p, alike)
  return k
}

/** Writes the features of the top of the stack with the front of the buffer, without their children. */
export function meetKeys(atoms: Atoms, s0: number, b0: number, keys: Int32Array, from: number): number {
  const { n, word, tag, coarse, second, suffix, sense, bit } = atoms
  const b1 = behind(b0, 1, n)
  const b2 = behind(b0, 2, n)
  const s0w = word[s0] as number
  const b0w = word[b0] as number
  const b1w = word[b1] as number
  const s0p = tag[s0] as number
  const b0p = tag[b0] as number
  const b1p = tag[b1] as number
  const b2p = tag[b2] as number
  const s0c = coarse[s0] as number
  const b0c = coarse[b0] as number
  const b1c = coarse[b1] as number
  const s0q = second[s0] as number
  const b0q = second[b0] as number
  const s0m = sense[s0] as number
  const b0m = sense[b0] as number
  const near = bucket(b0 - s0)
  const inner = between(bit, s0, b0, n)
  let k = from
  keys[k++] = key2(15, s0w, b0w)
  keys[k++] = key2(16, s0w, b0p)
  keys[k++] = key2(17, s0p, b0w)
  keys[k++] = key2(18, s0p, b0p)
  keys[k++] = key3(19, s0w, s0p, b0w)
  keys[k++] = key3(20, s0w, s0p, b0p)
  keys[k++] = key3(21, s0w, b0w, b0p)
  keys[k++] = key3(22, s0p, b0w, b0p)
  keys[k++] = key4(23, s0w, s0p, b0w, b0p)
  keys[k++] = key2(24, s0c, b0c)
  keys[k++] = key3(43, s0p, b0p, b1p)
  keys[k++] = key3(47, s0w, b0p, b1p)
  keys[k++] = key3(48, s0p, b0w, b1p)
  keys[k++] = key3(49, s0p, b0p, b1w)
  keys[k++] = key4(54, s0c, b0c, b1c, coarse[b2] as number)
  keys[k++] = key2(83, s0w, near)
  keys[k++] = key2(84, s0p, near)
  keys[k++] = key2(85, b0w, near)
  keys[k++] = key2(86, b0p, near)
  keys[k++] = key3(87, s0p, b0p, near)
  keys[k++] = key2(110, s0q, b0q)
  keys[k++] = key3(112, s0p, b0p, b0q)
  keys[k++] = key3(113, s0q, s0p, b0p)
  keys[k++] = key2(114, suffix[s0] as number, b0p)
  keys[k++] = key2(115, s0p, suffix[b0] as number)
  keys[k++] = key2(118, suffix[s0] as number, suffix[b0] as number)
  keys[k++] = key2(120, s0m, b0m)
  keys[k++] = key3(122, s0m, s0p, b0p)
  keys[k++] = key3(123, s0p, b0m, b0p)
  keys[k++] = key3(131, s0w, b0m, b0p)
  keys[k++] = key3(132, s0m, b0w, s0p)
  keys[k++] = key3(140, s0p, b0p, inner)
  keys[k++] = key3(142, s0c, b0c, inner)
  keys[k++] = key3(145, s0p, b0p, b2p)
  return k
}

/** Writes the features that need three nodes or their children. */
export function stateKeys(state: State, atoms: Atoms, keys: Int32Array, from: number): number {
  const { n, word, tag, coarse, sense } = atoms
  const s0 = state.stackNode(0)
  const s1 = state.stackNode(1)
  const s2 = state.stackNode(2)
  const b0 = state.bufferNode(0)
  const b1 = behind(b0, 1, n)
  const s0w = word[s0] as number
  const s1w = word[s1] as number
  const b0w = word[b0] as number
  const s0p = tag[s0] as number
  const s1p = tag[s1] as number
  const s2p = tag[s2] as number
  const b0p = tag[b0] as number
  const s0c = coarse[s0] as number
  const s1c = coarse[s1] as number
  const b0c = coarse[b0] as number
  const b1c = coarse[b1] as number
  const s0m = sense[s0] as number
  const s1m = sense[s1] as number
  const s0l = state.l1(s0)
  const s0r = state.r1(s0)
  const s1l = state.l1(s1)
  const s1r = state.r1(s1)
  const b0l = state.l1(b0)
  const s0lp = tag[s0l] as number
  const s0rp = tag[s0r] as number
  const s1rp = tag[s1r] as number
  const b0lp = tag[b0l] as number
  const s0ll = state.label(s0l)
  const s0rl = state.label(s0r)
  const s1rl = state.label(s1r)
  const b0ll = state.label(b0l)
  // The case marker or conjunction that opens a phrase.
  const s0lw = word[s0l] as number
  let k = from
  keys[k++] = key1(14, s2p)
  keys[k++] = key2(35, s1w, b0w)
  keys[k++] = key2(36, s1w, b0p)
  keys[k++] = key2(37, s1p, b0w)
  keys[k++] = key2(38, s1p, b0p)
  keys[k++] = key3(44, s1p, s0p, b0p)
  keys[k++] = key3(45, s2p, s1p, s0p)
  keys[k++] = key3(50, s1w, s0p, b0p)
  keys[k++] = key3(51, s1p, s0w, b0p)
  keys[k++] = key3(52, s1p, s0p, b0w)
  keys[k++] = key4(53, s1c, s0c, b0c, b1c)
  keys[k++] = key4(55, coarse[s2] as number, s1c, s0c, b0c)
  keys[k++] = key3(56, s1w, s0w, b0p)
  keys[k++] = key3(57, s0p, b0p, s0lp)
  keys[k++] = key3(58, s0p, b0p, s0rp)
  keys[k++] = key3(59, s0p, b0p, b0lp)
  keys[k++] = key3(60, s1p, s0p, s0lp)
  keys[k++] = key3(61, s1p, s0p, s0rp)
  keys[k++] = key3(62, s1p, s0p, s1rp)
  keys[k++] = key3(63, s1p, s0p, tag[s1l] as number)
  keys[k++] = key3(64, s0p, s0lp, s0rp)
  keys[k++] = key2(65, s0p, s0ll)
  keys[k++] = key2(66, s0p, s0rl)
  keys[k++] = key2(67, s1p, state.label(s1l))
  keys[k++] = key2(68, s1p, s1rl)
  keys[k++] = key2(69, b0p, b0ll)
  keys[k++] = key3(70, s0p, s0ll, state.label(state.l2(s0)))
  keys[k++] = key3(71, s0p, s0rl, state.label(state.r2(s0)))
  keys[k++] = key3(72, s1p, s1rl, state.label(state.r2(s1)))
  keys[k++] = key3(73, b0p, b0ll, state.label(state.l2(b0)))
  keys[k++] = key3(74, s0p, b0p, s0rl)
  keys[k++] = key3(75, s1p, s0p, s1rl)
  keys[k++] = key2(76, s0lw, s1w)
  keys[k++] = key2(77, s0lw, s1p)
  keys[k++] = key2(78, s0lw, b0w)
  keys[k++] = key2(79, s0lw, b0p)
  keys[k++] = key3(80, s0lw, s1p, s0p)
  keys[k++] = key2(81, word[b0l] as number, s0w)
  keys[k++] = key2(82, word[b0l] as number, s0p)
  keys[k++] = key2(92, s0w, state.leftCount(s0))
  keys[k++] = key2(93, s0p, state.leftCount(s0))
  keys[k++] = key2(94, s0w, state.rightCount(s0))
  keys[k++] = key2(95, s0p, state.rightCount(s0))
  keys[k++] = key2(96, s1w, state.rightCount(s1))
  keys[k++] = key2(97, s1p, state.rightCount(s1))
  keys[k++] = key2(98, b0p, state.leftCount(b0))
  keys[k++] = key2(99, b0w, state.leftCount(b0))
  keys[k++] = key2(100, s0p, state.leftSet(s0))
  keys[k++] = key2(101, s0w, state.leftSet(s0))
  keys[k++] = key2(102, b0p, state.leftSet(b0))
  keys[k++] = key2(103, b0w, state.leftSet(b0))
  keys[k++] = key2(104, s0p, state.rightSet(s0))
  keys[k++] = key2(105, s0w, state.rightSet(s0))
  keys[k++] = key2(106, s1p, state.rightSet(s1))
  keys[k++] = key2(107, s1w, state.rightSet(s1))
  keys[k++] = key3(126, s0lw, s0m, s1p)
  keys[k++] = key3(127, s0lw, s0m, s1m)
  keys[k++] = key3(128, s0lw, s0m, s1w)
  keys[k++] = key3(129, s0lw, s0w, s1m)
  keys[k++] = key3(146, word[s0r] as number, s0p, b0p)
  keys[k++] = key3(147, word[s1r] as number, s1p, s0p)
  keys[k++] = key3(148, word[s1r] as number, s0w, s1p)
  keys[k++] = key4(149, s1c, s0c, b0c, s0rl)
  keys[k++] = key3(151, s1p, b0p, s0lw)
  keys[k++] = key3(152, s1p, s0p, s0ll)
  return k
}

/** Writes all features of a state for the choice of the next move; returns their number. */
export function moveKeys(state: State, atoms: Atoms, keys: Int32Array): number {
  const s0 = state.stackNode(0)
  const b0 = state.bufferNode(0)
  let k = frontKeys(atoms, b0, keys, 0)
  k = stackKeys(atoms, state.stackNode(1), s0, keys, k)
  k = meetKeys(atoms, s0, b0, keys, k)
  return stateKeys(state, atoms, keys, k)
}

/** Writes the features of an arc for the choice of its label, before the arc is made; returns their number. */
export function labelKeys(state: State, atoms: Atoms, head: number, child: number, keys: Int32Array): number {
  const { n, word, tag, coarse, second, suffix, sense } = atoms
  const side = head > child ? 1 : 2
  const hw = word[head] as number
  const hp = tag[head] as number
  const dw = word[child] as number
  const dp = tag[child] as number
  const dl = state.l1(child)
  const dlw = word[dl] as number
  const dll = state.label(dl)
  const dr = state.r1(child)
  const drl = state.label(dr)
  const at = (node: number): number => (node >= 0 && node < n ? node : n + 1)
  const before = tag[at(child - 1)] as number
  const after = tag[at(child + 1)] as number
  const headAfter = tag[at(head + 1)] as number
  const headBefore = tag[at(head - 1)] as number
  const set = side === 1 ? state.leftSet(head) : state.rightSet(head)
  const sister = side === 1 ? state.l1(head) : state.r1(head)
  const distance = bucket(Math.abs(head - child))
  let k = 0
  keys[k++] = key2(1, hw, side)
  keys[k++] = key2(2, hp, side)
  keys[k++] = key2(3, dw, side)
  keys[k++] = key2(4, dp, side)
  keys[k++] = key3(5, hw, hp, side)
  keys[k++] = key3(6, dw, dp, side)
  keys[k++] = key3(7, hw, dw, side)
  keys[k++] = key3(8, hw, dp, side)
  keys[k++] = key3(9, hp, dw, side)
  keys[k++] = key3(10, hp, dp, side)
  keys[k++] = key4(11, hw, dw, dp, side)
  keys[k++] = key4(12, hp, dw, dp, side)
  keys[k++] = key4(13, hw, hp, dp, side)
  keys[k++] = key4(14, hp, dp, distance, side)
  keys[k++] = key3(15, dp, distance, side)
  keys[k++] = key3(16, dw, distance, side)
  keys[k++] = key3(17, dlw, dp, side)
  keys[k++] = key4(18, dlw, dp, hp, side)
  keys[k++] = key4(19, dlw, hw, dp, side)
  keys[k++] = key3(20, dlw, dw, side)
  keys[k++] = key4(21, dll, dp, hp, side)
  keys[k++] = key4(22, dll, drl, dp, side)
  keys[k++] = key4(23, state.leftSet(child), dp, hp, side)
  keys[k++] = key4(24, state.rightSet(child), dp, hp, side)
  keys[k++] = key4(25, state.leftSet(child), dw, hp, side)
  keys[k++] = key4(26, set, hp, dp, side)
  keys[k++] = key4(27, set, hw, dp, side)
  keys[k++] = key4(28, state.leftSet(head), hp, dp, side)
  keys[k++] = key4(29, before, dp, hp, side)
  keys[k++] = key4(30, after, dp, hp, side)
  keys[k++] = key4(31, headBefore, hp, dp, side)
  keys[k++] = key4(32, headAfter, hp, dp, side)
  keys[k++] = key4(33, word[at(child - 1)] as number, dp, hp, side)
  keys[k++] = key4(34, word[at(child + 1)] as number, dp, hp, side)
  keys[k++] = key4(35, word[state.l1(head)] as number, hp, dp, side)
  keys[k++] = key4(36, word[sister] as number, hw, dp, side)
  keys[k++] = key4(37, state.label(sister), hp, dp, side)
  keys[k++] = key4(38, state.label(sister), hw, dp, side)
  keys[k++] = key4(39, second[child] as number, dp, hp, side)
  keys[k++] = key4(40, second[head] as number, hp, dp, side)
  keys[k++] = key3(41, suffix[child] as number, hp, side)
  keys[k++] = key3(42, suffix[head] as number, dp, side)
  keys[k++] = key4(43, suffix[child] as number, hw, coarse[child] as number, side)
  keys[k++] = key4(44, word[dr] as number, dp, hp, side)
  const hm = sense[head] as number
  const dm = sense[child] as number
  keys[k++] = key4(45, dm, dp, hp, side)
  keys[k++] = key4(46, hm, hp, dp, side)
  keys[k++] = key4(47, hm, dm, dp, side)
  keys[k++] = key4(48, dlw, dm, hp, side)
  keys[k++] = key4(49, dlw, dm, hw, side)
  keys[k++] = key4(50, dlw, dm, hm, side)
  keys[k++] = key4(51, hw, dm, dp, side)
  return k
}
