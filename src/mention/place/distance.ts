/** Mean radius of the earth in kilometres (IUGG). */
const EARTH_KM = 6371.0088
/** Half the circumference: no two places are further apart. */
export const FARTHEST_KM = 20_015
const RADIANS = Math.PI / 180

/** Great-circle distance in kilometres between two positions in degrees (haversine). */
export function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const p =
    Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2 +
    Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(((lon2 - lon1) * RADIANS) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(p)))
}

/** Nearness from 1 (same spot) towards 0 (the other side of the earth), falling with the logarithm of the distance. */
export function nearness(km: number): number {
  return 1 - Math.log1p(km) / 10
}
