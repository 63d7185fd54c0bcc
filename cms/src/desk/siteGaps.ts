import { fieldsOf } from '#domain/field'
import { siteSettings } from '#domain/records/siteSettings'
import { contactRowsOf } from '../fields/contactRows.ts'
import { type DeskKind, lineOf, recordHref } from './deskLine.ts'

/** What only the host of the site can give, and readers miss while it is absent. */
const HOST_FIELDS: readonly string[] = [
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
  'licence',
  'whistleWho',
  'whistleWhere',
  'whistleWhat',
  'whistleTime',
  'whistleNobody',
]

/** Settings of the site that nobody has given yet. */
export const hostFields: DeskKind = async ({ payload, req }) => {
  const settings = (await payload.findGlobal({ slug: 'site-settings', depth: 0, req })) as unknown as Record<
    string,
    unknown
  >
  const missing = fieldsOf(siteSettings).filter(({ name }) => HOST_FIELDS.includes(name) && !settings[name])
  if (missing.length === 0) return []
  const words = `还没填写的网站信息：${missing.map(({ title }) => title).join('、')}`
  return [{ words, href: '/admin/globals/site-settings', entries: [], isUrgent: false }]
}

/** Departments that readers cannot reach. */
export const unreachable: DeskKind = async ({ payload, req }) => {
  const { docs } = await payload.find({
    collection: 'departments',
    where: { _status: { equals: 'published' } },
    pagination: false,
    depth: 0,
    select: { name: true, contacts: true, contact: true },
    req,
  })
  const silent = docs.filter((department) => contactRowsOf(department).length === 0)
  const entries = silent.map(({ id, name }) => ({ words: name ?? '', href: recordHref('departments', id) }))
  return lineOf(
    entries,
    (n) => `没有公开联系方式的部门：${n}个，读者不知道打给谁`,
    '/admin/collections/departments',
  )
}
