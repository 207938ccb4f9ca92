/**
 * Values kept until they weigh more than a bound; then those go that were asked for longest ago. For answers that are
 * asked for again and again and can be made anew.
 */
export class BoundedMemory<Value> {
  readonly #most: number
  readonly #weigh: (value: Value) => number
  // A Map gives its keys in the order in which they were set: the first is the one asked for longest ago.
  readonly #kept = new Map<string | number, Value>()
  #weight = 0

  /** Keeps values that together weigh `most` at most, by `weigh` (bytes, characters: whatever the caller counts in). */
  constructor(most: number, weigh: (value: Value) => number) {
    this.#most = most
    this.#weigh = weigh
  }

  /** What is kept under a name; asking for it makes it the newest. */
  get(name: string | number): Value | undefined {
    const value = this.#kept.get(name)
    if (value === undefined) return undefined
    this.#kept.delete(name)
    this.#kept.set(name, value)
    return value
  }

  /** Keeps a value, unless it alone weighs more than the bound. */
  set(name: string | number, value: Value): void {
    this.delete(name)
    const weight = this.#weigh(value)
    if (weight > this.#most) return
    this.#kept.set(name, value)
    this.#weight += weight
    while (this.#weight > this.#most) this.delete(this.#kept.keys().next().value as string | number)
  }

  delete(name: string | number): void {
    const value = this.#kept.get(name)
    if (value === undefined) return
    this.#kept.delete(name)
    this.#weight -= this.#weigh(value)
  }

  clear(): void {
    this.#kept.clear()
    this.#weight = 0
  }

  /** How many values are kept. */
  get size(): number {
    return this.#kept.size
  }
}
