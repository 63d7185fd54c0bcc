import type { Payload } from 'payload'
import { doorOf } from './doors.ts'
import { isId } from './knownAddress.ts'
import { isOfVersion, isOwn } from './ownFields.ts'

/** How many records one answer holds at most; who asks for all of them gets as many, and pages on. */
export const MOST_RECORDS = 500
/** The same where records bring what they name with them. */
const MOST_DEEP_RECORDS = 100
/** How far an answer follows what records name. */
const DEEPEST = 2
const MOST_PAGES = 1_000_000
/** How long a query may be, in characters. */
const LONGEST = 16_384
const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
]

/**
 * Brings the query of a request into bounds, or says in a sentence what is wrong with it. Sorting and filtering go by
 * the collection's own fields that people may read: asking through another record's fields tells what they hold.
 */
export function boundQuery(payload: Payload, url: URL, mayWrite: boolean): string | null {
  if (url.search.length > LONGEST) return '查询太长：请分几次查'
  const { searchParams: query } = url
  for (const name of ['limit', 'page', 'depth']) {
    const given = query.get(name)
    if ([...query.keys()].some((other) => other.startsWith(`${name}[`)) || query.getAll(name).length > 1)
      return `${name} 只能写一次`
    if (given !== null && !/^\d{1,9}$/.test(given)) return `${name}=${given} 不是数：要写 0 以上的整数`
  }
  boundAnswer(url, mayWrite)
  const page = Number(query.get('page') ?? 1)
  if (page < 1 || page > MOST_PAGES) return `page=${page} 不在范围里：从 1 写起`
  const wrong = whatIsAsked(query).find(({ path, operator }) => !mayAsk(payload, url, path, operator))
  if (wrong) return `不能按“${wrong.path}”查找或排序：只能用这种记录自己的、可以读的字段`
  const odd = whatIsAsked(query).find((each) => !isOfItsKind(payload, each))
  return odd ? `“${odd.value.slice(0, 40)}”不能和“${odd.path}”比较：请检查写法` : null
}

/** How much one answer holds: many records, or few with what they name. */
function boundAnswer(url: URL, mayWrite: boolean): void {
  const { searchParams: query } = url
  const isOfMany = !doorOf({ url: url.href }).includes('/')
  const asked = Math.min(Number(query.get('depth') ?? 0), DEEPEST)
  // A write of many answers with all that it wrote, and holds the writer while it gathers that.
  const depth = mayWrite && isOfMany ? 0 : asked
  if (query.has('depth')) query.set('depth', String(depth))
  if (mayWrite) return
  const most = depth === 0 ? MOST_RECORDS : MOST_DEEP_RECORDS
  const limit = query.get('limit')
  // Without pages, everything is answered unless a limit is named.
  if (limit !== null || query.has('pagination'))
    query.set('limit', String(Math.min(Number(limit) || most, most)))
}

type Asked = { path: string; operator: string | null; value: string }

const IDS = ['id', 'parent']
const INSTANTS = ['createdAt', 'updatedAt']

/** Whether what an id or an instant is compared with is one. */
function isOfItsKind(payload: Payload, { path, operator, value }: Asked): boolean {
  if (operator === null) return true
  if (operator === 'exists') return value === 'true' || value === 'false'
  if (IDS.includes(path)) return value.split(',').every((each) => isId(payload, each.trim()))
  if (INSTANTS.includes(path.replace(/^version\./, '')))
    return /^[\d:.TZ+\s-]{4,40}$/.test(value) && !Number.isNaN(Date.parse(value))
  return !value.includes('\0')
}

function whatIsAsked(query: URLSearchParams): Asked[] {
  const asked: Asked[] = []
  for (const [name, value] of query) {
    const [head, ...rest] = name.replaceAll(']', '').split('[')
    if (head === 'sort')
      asked.push(
        ...value.split(',').map((path) => ({ path: path.trim().replace(/^-/, ''), operator: null, value })),
      )
    if (head !== 'where') continue
    const steps = rest.filter((step) => !/^(\d*|and|or)$/i.test(step))
    asked.push({ path: steps.slice(0, -1).join('.'), operator: steps.at(-1) ?? '', value })
  }
  return asked
}

function mayAsk(payload: Payload, url: URL, path: string, operator: string | null): boolean {
  if (operator !== null && !OPERATORS.includes(operator)) return false
  const [first = '', second = '', third = ''] = doorOf({ url: url.href }).split('/')
  const isGlobal = first === 'globals'
  const config = isGlobal
    ? payload.config.globals.find(({ slug }) => slug === second)
    : payload.collections[first as 'cases']?.config
  if (!config) return false
  if ((isGlobal ? third : second) !== 'versions') return isOwn(config.flattenedFields, path)
  return isOfVersion(config.flattenedFields, path)
}
