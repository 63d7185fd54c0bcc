import type { Department } from '#domain/records/department'
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

/** A function that such a district has besides, and what it is called. */
type DemoNames = { slug: string; full: string; former: string[]; other: string[] }
const DEMO: Record<string, DemoNames> = {
  水务: { slug: 'demo-shuiwu', full: '水务局', former: ['水利局'], other: ['自来水公司', '水利部门'] },
  供电: {
    slug: 'demo-gongdian',
    full: '供电公司',
    former: ['供电局', '电业局'],
    other: ['供电所', '电力公司', '电力局'],
  },
  燃气: { slug: 'demo-ranqi', full: '燃气公司', former: ['煤气公司'], other: ['天然气公司'] },
  民政: { slug: 'demo-minzheng', full: '民政局', former: [], other: ['民政办', '民政所'] },
  人社: {
    slug: 'demo-renshe',
    full: '人力资源和社会保障局',
    former: ['人事局', '劳动局', '劳动保障局'],
    other: ['社保局', '人社局', '劳动监察'],
  },
  卫健: {
    slug: 'demo-weijian',
    full: '卫生健康委员会',
    former: ['卫生局', '卫计委', '计生委'],
    other: ['卫健委', '卫生部门', '防疫站'],
  },
  公安: { slug: 'demo-gongan', full: '公安分局', former: [], other: ['派出所', '公安局', '警察'] },
  农业农村: {
    slug: 'demo-nongye-nongcun',
    full: '农业农村局',
    former: ['农业局', '农林局'],
    other: ['农业部门', '农技站'],
  },
  文体: { slug: 'demo-wenti', full: '文化体育局', former: ['文化局', '体育局'], other: ['文广局', '文体局'] },
  园林: {
    slug: 'demo-yuanlin',
    full: '园林绿化中心',
    former: ['园林局', '园林处'],
    other: ['绿化队', '绿化部门'],
  },
  房管: {
    slug: 'demo-fangguan',
    full: '房屋管理局',
    former: ['房产局'],
    other: ['房管局', '住房保障', '物业科'],
  },
  交通: { slug: 'demo-jiaotong', full: '交通运输局', former: ['交通局'], other: ['运管所', '路政'] },
  通信: {
    slug: 'demo-tongxin',
    full: '通信建设办公室',
    former: ['邮电局'],
    other: ['电信', '移动', '联通', '宽带公司'],
  },
  司法: { slug: 'demo-sifa', full: '司法局', former: [], other: ['司法所', '法律援助中心'] },
  残联: { slug: 'demo-canlian', full: '残疾人联合会', former: [], other: ['残联办'] },
  医保: { slug: 'demo-yibao', full: '医疗保障局', former: [], other: ['医保局', '医保办'] },
  信访: { slug: 'demo-xinfang', full: '信访局', former: ['信访办'], other: ['群众来访接待中心'] },
  退役军人: {
    slug: 'demo-tuiyi-junren',
    full: '退役军人事务局',
    former: ['双拥办'],
    other: ['退役军人服务站', '军人事务局'],
  },
}
const UTILITIES = ['供电', '燃气', '通信']

/** Slug of a department by the short name used in the material. Throws in words when it is not known. */
export function departmentSlug(name: string): string {
  const slug = PRESS[name] ?? DEMO[name]?.slug
  if (!slug) throw new Error(`演示素材里的部门“${name}”不认识，请用 departments.ts 里的名称`)
  return slug
}

/** Numbers that nobody has: after an area code none begins with 0. */
function inventedContacts(n: number): Department['contacts'] {
  const number = (last: number) => `0791-0000${String(n).padStart(3, '0')}${last}`
  return [
    { label: '办公室（虚构的号码）', number: number(1), hours: '工作日9:00—17:00' },
    { label: '值班室（虚构的号码）', number: number(2), hours: '24小时' },
  ]
}

/** Invented records of the departments that the article does not name. */
export const demoDepartments: Department[] = Object.entries(DEMO).map(([name, called], i) => ({
  slug: called.slug,
  name,
  shortName: name,
  fullName: called.full,
  formerNames: called.former,
  otherNames: called.other,
  contacts: inventedContacts(i + 1),
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
