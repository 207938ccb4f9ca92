/** Bits of `Marks`: what lists outside the model know of a token, case-blind. */
export const MARK = {
  /** Part of the longest match of a place's name. */
  place: 1,
  /** Part of a listed person's name. */
  person: 2,
  /** Part of a listed organisation's name. */
  organisation: 4,
  /** Name of a people or its adjective. */
  people: 8,
  /** A title that stands before names. */
  title: 16,
} as const
