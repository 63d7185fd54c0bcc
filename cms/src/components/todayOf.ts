import type { Payload, Where } from 'payload'
import { fieldsOf } from '#domain/field'
import type { ReleaseStatus } from '#domain/published/release'
import { RESOLVED_STATES } from '#domain/records/case'
import { siteSettings } from '#domain/records/siteSettings'
import { GLOBALS, type GlobalName, TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { readReleaseStatus } from '../endpoints/releaseStatus.ts'
import { env } from '../env.ts'
import { contactRowsOf } from '../fields/contactRows.ts'
import { countOutbox } from '../snapshot/outbox.ts'
import { releaseWords } from './releaseWords.ts'

export type TodayItem = { words: string; href: string | null }

/** What only the host of the site can give, and readers miss while it is absent. */
const HOST_FIELDS = [
  'siteIdCode',
  'hostName',
  'hostDomain',
  'organiser',
  'contact',
  'publicAddress',
  'icpNumber',
  'policeNumber',
  'complaints',
  'errorReport',
  'whistleWho',
  'whistleWhere',
  'whistleWhat',
  'whistleTime',
  'whistleNobody',
] as const

/** What waits for somebody in the newsroom, most pressing first. */
export async function todayOf(payload: Payload): Promise<TodayItem[]> {
  const items: TodayItem[] = []
  const status = { ...(await readReleaseStatus(env.dataDir)), pending: await countOutbox(payload) }
  items.push(...status.held.map(heldItem))
  items.push({ words: releaseWords(status), href: null })
  for (const table of TABLE_NAMES) {
    const { totalDocs } = await payload.countVersions({
      collection: table,
      where: { and: [{ latest: { equals: true } }, { 'version._status': { equals: 'draft' } }] },
    })
    if (totalDocs > 0)
      items.push({
        words: `${TABLES[table].label}：${totalDocs}份草稿没有发布`,
        href: `/admin/collections/${table}?where[_status][equals]=draft`,
      })
  }
  const open: Where = {
    and: [{ _status: { equals: 'published' } }, { status: { not_in: [...RESOLVED_STATES] } }],
  }
  const { totalDocs } = await payload.count({ collection: 'cases', where: open })
  if (totalDocs > 0)
    items.push({
      words: `还没办完的事项：${totalDocs}件`,
      href: `/admin/collections/cases?where[status][not_in]=${RESOLVED_STATES.join(',')}`,
    })
  const { docs } = await payload.find({
    collection: 'departments',
    where: { _status: { equals: 'published' } },
    pagination: false,
    depth: 0,
    select: { contacts: true, contact: true },
  })
  const unreachable = docs.filter((d) => contactRowsOf(d).length === 0).length
  if (unreachable > 0)
    items.push({
      words: `没有公开联系方式的部门：${unreachable}个，读者不知道打给谁`,
      href: '/admin/collections/departments',
    })
  const settings = (await payload.findGlobal({ slug: 'site-settings', depth: 0 })) as unknown as Record<
    string,
    unknown
  >
  const missing = fieldsOf(siteSettings).filter(
    (w) => (HOST_FIELDS as readonly string[]).includes(w.name) && !settings[w.name],
  )
  if (missing.length > 0)
    items.push({
      words: `还没填写的网站信息：${missing.map((w) => w.title).join('、')}`,
      href: '/admin/globals/site-settings',
    })
  return items
}

/** A record that readers still have as it was, because a rule refuses it as it is: its next save must mend it. */
function heldItem({ table, key, reason }: ReleaseStatus['held'][number]): TodayItem {
  if (!(table in TABLES))
    return {
      words: `${GLOBALS[table as GlobalName].label}没有上线：${reason}`,
      href: `/admin/globals/${table}`,
    }
  const { label, key: field } = TABLES[table as TableName]
  return {
    words: `${label}${key}没有上线，网站上还是原来的样子：${reason}`,
    href: `/admin/collections/${table}?where[${field}][equals]=${encodeURIComponent(key)}`,
  }
}

/** How much of the demonstration there is, and where to remove it; null when there is none. For administrators. */
export async function sampleItem(payload: Payload): Promise<TodayItem | null> {
  let total = 0
  for (const table of TABLE_NAMES)
    total += (await payload.count({ collection: table, where: { origin: { equals: 'sample' } } })).totalDocs
  return total > 0 ? { words: `演示数据：${total}条记录，正式使用前可以移除`, href: '#sample' } : null
}
