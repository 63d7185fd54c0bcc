import type { Department } from '#domain/department'
import { FIRST_DAY, SHIPPED_SAMPLE } from './shippedSample.ts'

/** Functions that the article names: their records are the seed's, a sample case only points at them. */
const PRESS: Record<string, string> = {
  城建: 'chengjian',
  应急: 'yingji',
  财政: 'caizheng',
  环保: 'huanbao',
  安管办: 'anguanban',
  城管: 'chengguan',
  消防: 'xiaofang',
  市监: 'shijian',
  土地: 'tudi',
  自然资源: 'ziran-ziyuan',
  交警: 'jiaojing',
  教育: 'jiaoyu',
  公交公司: 'gongjiao',
}

/** Functions that such a district has besides. */
const DEMO: Record<string, string> = {
  水务: 'demo-shuiwu',
  供电: 'demo-gongdian',
  燃气: 'demo-ranqi',
  民政: 'demo-minzheng',
  人社: 'demo-renshe',
  卫健: 'demo-weijian',
  公安: 'demo-gongan',
  农业农村: 'demo-nongye-nongcun',
  文体: 'demo-wenti',
  园林: 'demo-yuanlin',
  房管: 'demo-fangguan',
  交通: 'demo-jiaotong',
  通信: 'demo-tongxin',
  司法: 'demo-sifa',
  残联: 'demo-canlian',
  医保: 'demo-yibao',
  信访: 'demo-xinfang',
  退役军人: 'demo-tuiyi-junren',
}
const UTILITIES = ['供电', '燃气', '通信']

/** Slug of a department by the short name used in the material. Throws in words when it is not known. */
export function departmentSlug(name: string): string {
  const slug = PRESS[name] ?? DEMO[name]
  if (!slug) throw new Error(`演示素材里的部门“${name}”不认识，请用 departments.ts 里的名称`)
  return slug
}

/** Invented records of the departments that the article does not name. */
export const demoDepartments: Department[] = Object.entries(DEMO).map(([name, slug]) => ({
  slug,
  name,
  shortName: name,
  kind: UTILITIES.includes(name) ? 'utility' : 'government',
  ...SHIPPED_SAMPLE,
  ...FIRST_DAY,
}))

/** How readily a department comes: share of late arrivals and pace within the limit, both against the average. */
export type Habit = { late: number; pace: number }
const HABITS: Record<string, Habit> = {
  消防: { late: 0.3, pace: 0.75 },
  公安: { late: 0.45, pace: 0.8 },
  供电: { late: 0.4, pace: 0.8 },
  燃气: { late: 0.4, pace: 0.85 },
  应急: { late: 0.5, pace: 0.85 },
  交警: { late: 0.6, pace: 0.9 },
  水务: { late: 0.9, pace: 0.95 },
  城管: { late: 0.9, pace: 0.9 },
  卫健: { late: 0.8, pace: 1 },
  民政: { late: 0.7, pace: 0.95 },
  城建: { late: 1.3, pace: 1.05 },
  环保: { late: 1.1, pace: 1 },
  房管: { late: 1.5, pace: 1.1 },
  农业农村: { late: 1.2, pace: 1.05 },
  通信: { late: 1.8, pace: 1.15 },
  自然资源: { late: 1.7, pace: 1.15 },
  土地: { late: 1.9, pace: 1.2 },
  财政: { late: 2.1, pace: 1.2 },
}
const AVERAGE: Habit = { late: 1, pace: 1 }

export function habitOf(name: string): Habit {
  return HABITS[name] ?? AVERAGE
}
