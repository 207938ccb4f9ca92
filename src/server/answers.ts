import { BoundedMemory } from '../base/bounded-memory.ts'

/** Bytes of answers that are kept: some hundred lists of fifty records. */
const KEPT_BYTES = 48_000_000
/** What an answer weighs beside its bytes, its name above all. */
const ANSWER_BYTES = 2_000
/** Longer names are not kept: no two people ask them. */
const MAX_NAME_CHARACTERS = 1_000

/**
 * Answers of one version of the data, kept as the bytes that went out. Many readers look at the same workspace through
 * the same few filters, and an answer is a function of its address and the version; the same question asked while it is
 * being answered waits for that answer.
 */
export class Answers {
  readonly #kept = new BoundedMemory<Uint8Array<ArrayBuffer>>(KEPT_BYTES, (bytes) => bytes.byteLength + ANSWER_BYTES)
  readonly #awaited = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()
  #version = -1

  /**
   * The answer to a question under a name, kept or as somebody else is being given it; null where there is none and the
   * caller has to answer, and to tell `begin` so.
   */
  find(version: number, name: string): Promise<Uint8Array<ArrayBuffer> | null> | Uint8Array<ArrayBuffer> | null {
    if (version !== this.#version) {
      this.#kept.clear()
      this.#awaited.clear()
      this.#version = version
    }
    return this.#kept.get(name) ?? this.#awaited.get(name) ?? null
  }

  /** Says that a question is being answered. Call what comes back with the answer, or with null where it failed. */
  begin(version: number, name: string): (answer: Uint8Array<ArrayBuffer> | null) => void {
    if (name.length > MAX_NAME_CHARACTERS || version !== this.#version) return () => undefined
    const { promise, resolve } = Promise.withResolvers<Uint8Array<ArrayBuffer> | null>()
    this.#awaited.set(name, promise)
    return (answer) => {
      if (this.#awaited.get(name) === promise) {
        this.#awaited.delete(name)
        if (answer) this.#kept.set(name, answer)
      }
      resolve(answer)
    }
  }
}
