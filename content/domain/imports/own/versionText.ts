/** Hours by which clocks in Shanghai are ahead, in milliseconds. */
const AHEAD_MS = 8 * 3_600_000

/** The instant of a saving as a cell tells it, by the clock in Shanghai and to the millisecond: 2026-11-28 10:31:05.123. */
export function versionText(instant: string | number | Date): string {
  return new Date(new Date(instant).getTime() + AHEAD_MS).toISOString().slice(0, 23).replace('T', ' ')
}

/** The instant of such a cell in ISO form, or null where it tells none. */
export function versionInstant(text: string): string | null {
  const m = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}\.\d{3})$/.exec(text)
  const at = m ? Date.parse(`${m[1]}T${m[2]}+08:00`) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
