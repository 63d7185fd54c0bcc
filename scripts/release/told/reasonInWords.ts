import { saysDiskFull } from '#host/diskFull'
import { DATABASE_AWAY, isAway } from '../../../cms/src/databaseErrors.ts'

/** How an error begins that tells a whole query with all its values, and its reason only as its cause. */
const QUERY = /^Failed query:/

/** Why an attempt failed, as the status tells it to the newsroom: never a query with the values of records. */
export function reasonInWords(error: unknown): string {
  if (isAway(error)) return DATABASE_AWAY
  const words = [...messagesOf(error)]
  if (words.some(saysDiskFull)) return '磁盘满了，新的内容还没有上线，网站照旧：请腾出空间，之后会自己继续'
  return words.find((each) => !QUERY.test(each)) ?? '数据库没有做成一次读写'
}

/** What an error says, and then what each of its causes does. */
function* messagesOf(error: unknown): Generator<string> {
  if (!(error instanceof Error)) {
    yield String(error)
    return
  }
  yield error.message
  if (error.cause !== undefined) yield* messagesOf(error.cause)
}
