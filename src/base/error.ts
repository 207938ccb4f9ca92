/**
 * Every error that a user can meet, by number. A number is never reused. Each entry says what happened and what to do
 * next; where it happened is carried by the error's fields. `docs/errors.md` lists them all (a test compares).
 */
export const ERRORS = {
  'GS-E001': { what: 'The file is not there', next: 'Check the path; quote names that hold blanks or wildcards.' },
  'GS-E002': { what: 'The file is empty', next: 'Remove it from the list or capture it again.' },
  'GS-E003': {
    what: 'The file is larger than the limit',
    next: 'Split it, or convert it to JSONL with one article a line.',
  },
  'GS-E004': { what: 'The file cannot be read', next: 'Check that it is a file and that you may read it.' },
  'GS-E005': {
    what: 'The format is not one we read',
    next: 'Give plain text, HTML, RSS, Atom, JSON feed, PDF, DOCX, WARC or JSONL.',
  },
  'GS-E101': { what: 'The line is not JSON', next: 'Write one JSON object a line; the other lines were read.' },
  'GS-E102': {
    what: 'The line holds no article',
    next: 'Give an object with a "text" that is a string; the other lines were read.',
  },
  'GS-E103': {
    what: 'The line is longer than the limit',
    next: 'Check that every article stands on a line of its own.',
  },
  'GS-E104': {
    what: 'The PDF is damaged or is none',
    next: 'Open it in a viewer and save it again, or give its text.',
  },
  'GS-E105': { what: 'The PDF holds no text, only pictures of it', next: 'Run text recognition (OCR) on it first.' },
  'GS-E106': { what: 'The DOCX is damaged or is none', next: 'Open it in a word processor and save it again.' },
  'GS-E107': {
    what: 'The archive unpacks to more than the limit',
    next: 'It may be made to do harm; if you trust it, unpack it yourself and give the files.',
  },
  'GS-E108': { what: 'The WARC record is damaged', next: 'Capture the page again; the other records were read.' },
  'GS-E109': {
    what: 'Reading took longer than the limit',
    next: 'Give the text of this report as a .txt or JSONL file.',
  },
  'GS-E110': { what: 'The feed is damaged or is none', next: 'Save it again from its source.' },
  'GS-E111': {
    what: 'There is no text in it',
    next: 'Check that the page was saved with its text, not as a bare frame.',
  },
  'GS-E112': { what: 'The PDF is locked with a password', next: 'Save a copy without the password.' },
  'GS-E113': { what: 'The compressed file is damaged', next: 'Fetch it again; what could be unpacked was read.' },
  'GS-E201': {
    what: 'The language model is damaged or is none',
    next: 'Restore models/ from the package, or train it again (docs/language-engine.md).',
  },
  'GS-E202': {
    what: 'The language model is of another version',
    next: 'Train it again with this version (docs/language-engine.md).',
  },
  'GS-E203': {
    what: 'The training data has no licence on record',
    next: 'Name the licence with --licence, or add the file to tools/train-language/sources.ts.',
  },
  'GS-E204': { what: 'The CoNLL-U file holds no sentence', next: 'Check that it is CoNLL-U with ten columns.' },
  'GS-E501': {
    what: 'There is no workspace here',
    next: 'Make one with "groundswell init DIR", or name one with --workspace or GROUNDSWELL_WORKSPACE.',
  },
  'GS-E502': {
    what: 'The database is not one of Groundswell',
    next: 'Choose another folder; files that came from outside are never opened, import JSONL instead.',
  },
  'GS-E503': {
    what: 'The workspace was written by a newer version of Groundswell',
    next: 'Update Groundswell; nothing was changed.',
  },
  'GS-E504': {
    what: 'The workspace is locked by another program that writes',
    next: 'Wait until it is done or end it, then try again; nothing already stored is lost.',
  },
  'GS-E505': {
    what: 'The disk is full',
    next: 'Free some space and run the command again; what was reported as added is kept, the rest is done then.',
  },
  'GS-E506': {
    what: 'The database is damaged or cannot be read',
    next: 'Run "groundswell doctor", and go back to a file made by "groundswell backup" if it confirms this.',
  },
  'GS-E507': {
    what: 'A quoted passage does not match the text it points into',
    next: 'This is a defect of the coder: please report the article; the rest of the run goes on.',
  },
  'GS-E508': {
    what: 'The record has changed since you looked at it',
    next: 'Look at the newer decision, then decide again.',
  },
  'GS-E509': { what: 'The cursor does not belong to this list', next: 'Start again from the first page.' },
  'GS-E510': {
    what: 'The SQLite of this Node is too old to be trusted with two connections',
    next: 'Use Node 24.15 or later (SQLite 3.51.3 or later).',
  },
  'GS-E511': {
    what: 'The workspace lies on a network file system, where SQLite cannot lock safely',
    next: 'Put it on a local disk.',
  },
  'GS-E512': { what: 'There is nothing with this id in the workspace', next: 'Copy the id from "groundswell events".' },
  'GS-E513': { what: 'The decision does not fit the record', next: 'Correct the field or value named here.' },
  'GS-E514': { what: 'The filter is not understood', next: 'Correct the part named here.' },
  'GS-E515': { what: 'The file is there already', next: 'Give another name, or remove it first.' },
  'GS-E516': {
    what: 'The folder cannot be written',
    next: 'Check that it is a folder and that you may write in it.',
  },
  'GS-E517': {
    what: 'The settings of the workspace are not understood',
    next: 'Correct config.yaml at the line named.',
  },
  'GS-E518': { what: 'The store met an error of its own', next: 'Try again; if it stays, run "groundswell doctor".' },
  'GS-E601': {
    what: 'Nothing matches',
    next: 'Check the spelling; quote a pattern so that the shell leaves it alone.',
  },
  'GS-E602': {
    what: 'A data file of Groundswell is missing or broken',
    next: 'Install again with "npm ci"; in a checkout, build it with the program under tools/ that its notice names.',
  },
  'GS-E603': {
    what: 'The article could not be coded',
    next: 'This is a defect of the coder: please report the article; the rest of the run goes on.',
  },
  'GS-E604': {
    what: 'Coding the article took longer than the limit',
    next: 'Split it if it is very long; the rest of the run goes on.',
  },
  'GS-E605': {
    what: 'Addresses on the network are not collected by this command',
    next: 'Save the page, or a WARC of it, and add the file.',
  },
  'GS-E606': { what: 'The gazetteer file cannot be used', next: 'Give a table as docs/cli.md describes.' },
  'GS-E701': {
    what: 'The request names a host that this server does not answer for',
    next: 'Open the address that "groundswell serve" printed, or allow the name with --allow-host.',
  },
  'GS-E702': { what: 'The request comes from another site', next: 'Use the workbench or a program of your own.' },
  'GS-E703': { what: 'There is nothing with this id', next: 'It may have been removed; go back to the list.' },
  'GS-E704': { what: 'The request is not understood', next: 'Correct the parameters named here; see /openapi.json.' },
  'GS-E705': { what: 'The upload is larger than the limit', next: 'Add it with "groundswell add FILE", or split it.' },
  'GS-E706': {
    what: 'Somebody else has decided on this field since you loaded it',
    next: 'Look at the newer decision, then decide again.',
  },
  'GS-E707': { what: 'The port is in use', next: 'Give another one with --port, or 0 for any free one.' },
  'GS-E708': { what: 'The pages of the workbench are not built', next: 'Run "npm run build:web" in the checkout.' },
  'GS-E709': { what: 'This server only reads', next: 'Start it without --read-only to add or decide.' },
  'GS-E710': { what: 'The server met an error of its own', next: 'Try again; the server prints the details.' },
  'GS-E711': { what: 'The server is busy with too many uploads', next: 'Wait until one of them has ended.' },
  'GS-E301': {
    what: 'The gazetteer file cannot be used',
    next: 'Build it again with `node tools/build-gazetteer.ts`, or import one with `groundswell gazetteer import`.',
  },
  'GS-E712': { what: 'The data have changed since the snapshot was taken', next: 'Load the snapshot again.' },
  'GS-E713': { what: 'The API has no such path', next: 'See /openapi.json, or docs/api.md, for the paths there are.' },
  'GS-E401': {
    what: 'The stages of coding stand in a wrong order',
    next: 'This is a fault of the program: report it.',
  },
  'GS-E402': {
    what: 'A quote does not match the characters it points at',
    next: 'This is a fault of the program: report it with the article.',
  },
} as const satisfies Record<string, { what: string; next: string }>

export type ErrorCode = keyof typeof ERRORS

/** Where an error happened, as far as it is known. */
export interface ErrorPlace {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly article?: string
  readonly start?: number
  readonly end?: number
}

/** An error with a code, a place and a sentence that says what to do next. The only class that crosses a folder's edge. */
export class GroundswellError extends Error {
  readonly code: ErrorCode
  readonly place: ErrorPlace
  /** What is particular to this case: the limit that was met, the parser's own words. */
  readonly detail: string | undefined

  constructor(code: ErrorCode, options: { place?: ErrorPlace; detail?: string; cause?: unknown } = {}) {
    const { place = {}, detail } = options
    const where = describePlace(place)
    super(
      `${code} ${ERRORS[code].what}${detail ? ` (${detail})` : ''}${where ? `: ${where}` : ''}. ${ERRORS[code].next}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.name = 'GroundswellError'
    this.code = code
    this.place = place
    this.detail = detail
  }
}

function describePlace(place: ErrorPlace): string {
  const parts: string[] = []
  if (place.file)
    parts.push(place.line ? `${place.file}:${place.line}${place.column ? `:${place.column}` : ''}` : place.file)
  else if (place.line) parts.push(`line ${place.line}`)
  if (place.article) parts.push(`article ${place.article}`)
  if (place.start !== undefined) parts.push(`characters ${place.start} to ${place.end ?? place.start}`)
  return parts.join(', ')
}
