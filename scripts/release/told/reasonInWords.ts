import { saysDiskFull } from '#host/diskFull'
import { DATABASE_AWAY, isAway } from '../../../cms/src/databaseErrors.ts'

/** Why an attempt failed, as the status tells it to the newsroom. */
export function reasonInWords(error: unknown): string {
  if (isAway(error)) return DATABASE_AWAY
  const words = error instanceof Error ? error.message : String(error)
  return saysDiskFull(words) ? '磁盘满了，新的内容还没有上线，网站照旧：请腾出空间，之后会自己继续' : words
}
