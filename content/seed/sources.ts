import type { Source } from '#domain/records/source'
import { ARTICLE, SHIPPED } from './shipped.ts'

/** The article. Its title and its day are not known, so they are absent. */
export const sources: Source[] = [
  {
    slug: ARTICLE,
    description: '关于南昌高新区“善治小区（村）”创建示范活动的报道，附记者手记',
    publisher: '南昌日报',
    authors: ['黎姿', '高学斌'],
    date: '2022-11',
    ...SHIPPED,
  },
]
