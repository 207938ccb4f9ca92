/**
 * The basemap is made for a globe: rings that cross the date line jump from +180° to −180°, and on a flat map draw a
 * band across it. Here each ring is unrolled: after a jump the rest is shifted by a full turn. A ring around a pole
 * then does not close; it is closed along the pole.
 */

/** A step of more than this is a jump over the date line. */
const JUMP_DEGREES = 180
/** Ends that differ by more than this mean a ring around a pole. */
const POLAR_DEGREES = 300
/** Where a ring around the South Pole is closed. */
const POLAR_LATITUDE = -89.9

/** A line without jumps. */
export function unwrapLine(line: readonly (readonly [number, number])[]): [number, number][] {
  let shift = 0
  let previous: number | null = null
  return line.map(([lon, lat]) => {
    if (previous !== null && lon - previous > JUMP_DEGREES) shift -= 360
    else if (previous !== null && previous - lon > JUMP_DEGREES) shift += 360
    previous = lon
    return [lon + shift, lat]
  })
}

/** A ring without jumps, closed. */
export function unwrapRing(ring: readonly (readonly [number, number])[]): [number, number][] {
  const out = unwrapLine(ring)
  const first = out[0]
  const last = out.at(-1)
  if (!first || !last || Math.abs(first[0] - last[0]) < POLAR_DEGREES) return out
  return [...out, [last[0], POLAR_LATITUDE], [first[0], POLAR_LATITUDE], first]
}
