/**
 * Limits that more than one folder honours. Each names its unit last and says why it is what it is.
 * Reaching one is recorded (a warning, a ledger row), never passed over.
 */

/** Longest text of one article that is coded. Longer text is cut at a paragraph end and the rest named in a warning. */
export const MAX_ARTICLE_CHARACTERS = 2_000_000
/** Largest single input file read into memory. */
export const MAX_INPUT_BYTES = 256 * 1024 * 1024
/** Longest line of a JSONL input: a line of 64 MiB is a broken file, not an article. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024
/** Tokens of a sentence that are parsed; longer ones are tagged only and marked unparsed. Parsing is linear, but such "sentences" are tables and lists. */
export const MAX_PARSED_TOKENS = 400
/** Tokens that a sentence may hold; text without an end is cut here so that later stages see bounded sentences. */
export const MAX_SENTENCE_TOKENS = 5_000
