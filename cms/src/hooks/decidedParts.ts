type Doc = Record<string, unknown>

/** Whether nothing is filled in, also of what has parts. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && !('toJSON' in value) && Object.values(value).every(isEmpty)
}

/**
 * Whether a request decides what becomes of a value in which a waiting draft differs from what is public. Payload fills
 * the parts of a group, and of a row that is named by its id, from the draft where the request leaves them out.
 * @param given undefined where the request does not name it
 * @param leavesOutEmpty whether what is empty in the draft need not be named
 */
export function isDecided(given: unknown, draft: unknown, shown: unknown, leavesOutEmpty: boolean): boolean {
  if (text(draft) === text(shown)) return true
  if (given === undefined) return leavesOutEmpty && isEmpty(draft)
  if (Array.isArray(given))
    return given.every((row) => {
      const { id } = (isDoc(row) ? row : {}) as Doc
      const waiting = id === undefined ? undefined : rowOf(draft, id)
      return waiting === undefined || isDecided(row, waiting, rowOf(shown, id), leavesOutEmpty)
    })
  if (!isDoc(given) || !isDoc(draft)) return true
  const parts = new Set([...Object.keys(draft), ...(isDoc(shown) ? Object.keys(shown) : [])])
  return [...parts].every((name) =>
    isDecided(given[name], draft[name], isDoc(shown) ? shown[name] : undefined, leavesOutEmpty),
  )
}

const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rowOf = (rows: unknown, id: unknown): unknown =>
  Array.isArray(rows) ? rows.find((row) => isDoc(row) && String(row.id) === String(id)) : undefined

/** A value as a text in which what is empty makes no difference. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (isEmpty(part) ? undefined : part)) ?? ''
