import { type ErrorCode, type ErrorPlace, GroundswellError } from '../base/error.ts'

/** Methods of a Store that only read: any connection can answer them. */
export const READING_METHODS = [
  'version',
  'info',
  'runs',
  'ledger',
  'article',
  'listArticles',
  'search',
  'record',
  'listRecords',
  'aggregate',
  'grid',
  'columns',
  'columnRows',
  'coverage',
  'json',
  'history',
  'changedSince',
] as const

/** Methods that write, or that must see what was written before them in the same order. */
export const WRITING_METHODS = [
  'beginRun',
  'endRun',
  'knownArticles',
  'writeBatch',
  'decide',
  'backup',
  'check',
  'tidy',
] as const

export type StoreMethod = (typeof READING_METHODS)[number] | (typeof WRITING_METHODS)[number]

/** What a store's thread is started with. */
export interface StoreThreadData {
  readonly file: string
  readonly readOnly: boolean
}

/** A call, or the wish to close. */
export interface StoreCall {
  readonly call: number
  readonly method: StoreMethod | 'close'
  readonly args: readonly unknown[]
}

export type StoreAnswer =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly error: ThreadError }

/** An error as it travels between threads. */
export type ThreadError =
  | { readonly code: ErrorCode; readonly place: ErrorPlace; readonly detail: string | undefined }
  | { readonly message: string; readonly stack: string | undefined }

export function packError(error: unknown): ThreadError {
  if (error instanceof GroundswellError) return { code: error.code, place: error.place, detail: error.detail }
  if (error instanceof Error) return { message: error.message, stack: error.stack }
  return { message: String(error), stack: undefined }
}

export function unpackError(error: ThreadError): Error {
  if ('code' in error)
    return new GroundswellError(error.code, {
      place: error.place,
      ...(error.detail === undefined ? {} : { detail: error.detail }),
    })
  const out = new Error(error.message)
  if (error.stack) out.stack = error.stack
  return out
}
