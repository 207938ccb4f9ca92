import type { Store } from '../store/store.ts'
import type { JobReport } from './schema.ts'

/** A file that was uploaded: its name as the user has it, and where its bytes stand now. */
export interface UploadedFile {
  readonly name: string
  readonly path: string
}

/** What the server is told while files are read and coded. */
export interface IngestListener {
  /** Files read so far, of how many. */
  progress(done: number, total: number): void
  /** What became of one article or file. */
  report(report: JobReport): void
}

/** Reads and codes files into the store. The server brings the uploads and the listener, the command line the rest. */
export interface Ingest {
  /**
   * Takes the files in, one after another; a bad file costs that file alone. Resolves with the id of the run when all
   * are done, rejects only where nothing could be done at all.
   */
  add(files: readonly UploadedFile[], listener: IngestListener): Promise<{ readonly run: string | null }>
  /** The bundled example reports, where there are some. */
  readonly examples?: () => Promise<readonly UploadedFile[]>
}

/** What a server is made of. */
export interface ServerOptions {
  readonly store: Store
  /** Left out, nothing can be added through this server. */
  readonly ingest?: Ingest
  /** Name of the workspace, as the pages show it. */
  readonly name?: string
  /** Version of the product. */
  readonly version: string
  /** Folder of the built pages. */
  readonly pages?: string
  /** Folder for the bytes of uploads until they are taken in. Needed with `ingest`. */
  readonly uploads?: string
  /** Host names to answer for besides loopback. */
  readonly allowedHosts?: readonly string[]
  /** Neither decisions nor uploads are taken. */
  readonly readOnly?: boolean
  /** Where errors of the server's own are told. */
  readonly log?: (line: string) => void
}

/** Largest file that the pages may upload; the command line takes larger ones. */
export const MAX_UPLOAD_BYTES = 256 * 1024 * 1024
/** Files of one upload. */
export const MAX_UPLOAD_FILES = 500
/** Records up to which the pages load the columnar snapshot; beyond it they ask for aggregates. */
export const MAX_COLUMN_ROWS = 1_000_000
