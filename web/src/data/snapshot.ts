/** The columnar snapshot as the server sends it (docs/api.md gives the layout). Row 0 is the newest record. */
export interface Snapshot {
  /** Version of the data set that the rows belong to. */
  readonly version: number
  readonly n: number
  readonly lon: Float32Array
  readonly lat: Float32Array
  /** Days since 1900-01-01; `UNKNOWN_16` where undated. */
  readonly day: Uint16Array
  readonly spanDays: Uint16Array
  readonly country: Uint16Array
  readonly size: Uint16Array
  readonly type: Uint8Array
  readonly certainty: Uint8Array
  readonly reports: Uint8Array
  readonly flags: Uint8Array
  /** Web Mercator position from 0 to 1, worked out once; NaN where unplaced. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly types: readonly string[]
  readonly certainties: readonly string[]
  readonly precisions: readonly string[]
  readonly countries: readonly string[]
  /** Records there are without any filter, and what the server's part of the filter left out. */
  readonly all: number
  readonly excluded: Readonly<Record<string, number>>
}

/** Unknown day, country or size. */
export const UNKNOWN_16 = 0xffff
export const FLAG_CONFLICT = 8
export const FLAG_REVIEWED = 16
export const FLAG_BACKGROUND = 32
/** Three lowest bits: index into `precisions`, 7 for none. */
export const FLAG_PRECISION = 0b111

const FORMAT = 1
const DAY_MS = 86_400_000
const EPOCH_MS = Date.UTC(1900, 0, 1)

interface Header {
  readonly format: number
  readonly version: number
  readonly n: number
  readonly columns: readonly (readonly [string, string])[]
  readonly types: readonly string[]
  readonly certainties: readonly string[]
  readonly precisions: readonly string[]
  readonly countries: readonly string[]
  readonly all: number
  readonly excluded: Readonly<Record<string, number>>
}

/** Reads the binary; throws where its format is not ours or bytes are missing. */
export function readSnapshot(buffer: ArrayBuffer): Snapshot {
  const headerBytes = new DataView(buffer).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, headerBytes))) as Header
  if (header.format !== FORMAT) throw new Error(`snapshot format ${header.format}, not ${FORMAT}`)
  const { n } = header
  const columns = new Map<string, Float32Array | Uint16Array | Uint8Array>()
  let at = 4 + headerBytes
  for (const [name, type] of header.columns) {
    const column =
      type === 'f32'
        ? new Float32Array(buffer, at, n)
        : type === 'u16'
          ? new Uint16Array(buffer, at, n)
          : new Uint8Array(buffer, at, n)
    columns.set(name, column)
    at += column.byteLength
  }
  const column = <T>(name: string): T => columns.get(name) as T
  const lon = column<Float32Array>('lon')
  const lat = column<Float32Array>('lat')
  const x = new Float32Array(n)
  const y = new Float32Array(n)
  for (let row = 0; row < n; row++) {
    x[row] = mercatorX(lon[row]!)
    y[row] = mercatorY(lat[row]!)
  }
  return {
    version: header.version,
    n,
    lon,
    lat,
    day: column('day'),
    spanDays: column('spanDays'),
    country: column('country'),
    size: column('size'),
    type: column('type'),
    certainty: column('certainty'),
    reports: column('reports'),
    flags: column('flags'),
    x,
    y,
    types: header.types,
    certainties: header.certainties,
    precisions: header.precisions,
    countries: header.countries,
    all: header.all,
    excluded: header.excluded,
  }
}

/** Web Mercator ends here. */
const MAX_LATITUDE = 85.0511

/** 0 at 180° west, 1 at 180° east. */
export function mercatorX(lon: number): number {
  return (lon + 180) / 360
}

/** 0 in the north, 1 in the south. */
export function mercatorY(lat: number): number {
  const held = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat))
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (held * Math.PI) / 360)) / (2 * Math.PI)
}

/** Degrees of a Web Mercator position. */
export function fromMercator(x: number, y: number): [lon: number, lat: number] {
  return [x * 360 - 180, (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90]
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(day: number): string {
  return new Date(EPOCH_MS + day * DAY_MS).toISOString().slice(0, 10)
}

/** Day number of `YYYY-MM-DD`, held inside what the column can tell. */
export function dayNumber(text: string): number {
  const day = Math.round((Date.parse(`${text}T00:00:00Z`) - EPOCH_MS) / DAY_MS)
  return Math.min(Math.max(day, 0), UNKNOWN_16 - 1)
}

/** Seconds since 1970 of a day number: the time that uPlot counts in. */
export function daySeconds(day: number): number {
  return EPOCH_MS / 1000 + day * 86_400
}

/** Day number of seconds since 1970. */
export function secondsDay(seconds: number): number {
  return Math.floor((seconds - EPOCH_MS / 1000) / 86_400)
}
