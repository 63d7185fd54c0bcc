/** Whether nothing is filled in, also of what has parts. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && !('toJSON' in value) && Object.values(value).every(isEmpty)
}

/** Whether two values say the same: what is empty makes no difference, nor do the ids of rows or how an id is written. */
export const isSameValue = (a: unknown, b: unknown): boolean => text(a) === text(b)

/** A value as a text in which what is empty makes no difference. */
function text(value: unknown): string {
  if (isEmpty(value)) return ''
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(String(value))
  if ('toJSON' in value) return JSON.stringify(String(JSON.parse(JSON.stringify(value))))
  const parts = Object.entries(value).filter(([name, part]) => name !== 'id' && !isEmpty(part))
  return `{${parts
    .map(([name, part]) => `${name}:${text(part)}`)
    .sort()
    .join(',')}}`
}
