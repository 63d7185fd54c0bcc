import type { SiteSettings } from '#domain/records/siteSettings'
import type { Row, TableName } from '#domain/records/snapshot'
import { areas } from './areas.ts'
import { cases } from './cases.ts'
import { departments } from './departments.ts'
import { pages } from './pages.ts'
import { practices } from './practices.ts'
import { reportedFigures } from './reportedFigures.ts'
import { sources } from './sources.ts'

/** The facts of the founding article, and nothing else, as rows of the tables. */
export const seedRecords: { [T in TableName]: Row<T>[] } = {
  areas,
  departments,
  duties: [],
  sources,
  cases,
  notices: [],
  'review-meetings': [],
  practices,
  'reported-figures': reportedFigures,
  pages,
}

/** Settings of a newsroom that holds the article's facts. The article does not name the duty categories. */
export const seedSettings: SiteSettings = {
  name: '哨响',
  scope: '南昌高新区',
  tagline: '“村社吹哨、部门报到”公开',
  whistleWho: '村社自己解决不了的事，由村社吹哨，部门报到。\n\n群众也可以吹哨，干部报到。',
  whistleNobody:
    '事情久拖不决，部门或个人报到慢、不上心的，发《提醒函》《交办单》《督办单》，跟踪进度，启动问责。',
  dutyCategories: [],
}
