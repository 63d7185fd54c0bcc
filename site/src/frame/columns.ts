import type { Section } from '../urls.ts'

/** A column of the site, as the labels of government pages name it. */
export type Column = { name: string; description: string; type: string }

/** Name and purpose of each column: the same on all its pages, whatever the page itself is about. */
export const COLUMNS: Record<Section | 'home' | 'search' | 'mechanism', Column> = {
  home: {
    name: '首页',
    description: '这事归谁管，还有几件没解决，数从哪里来。',
    type: '首页',
  },
  cases: {
    name: '事项',
    description: '村社吹的每一声哨：什么事、谁来了、办成没有。',
    type: '回应关切',
  },
  duties: {
    name: '权责清单',
    description: '每一类事由哪个部门牵头、哪些部门配合、多久办完。',
    type: '机构职能',
  },
  departments: {
    name: '部门',
    description: '各部门牵头管什么、到场情况、正在办的事。',
    type: '机构职能',
  },
  areas: { name: '地方', description: '各镇（处）、村社吹过的哨和没解决的事。', type: '概况信息' },
  practices: { name: '典型做法', description: '办得好的地方是怎样办的，别处用得上什么。', type: '工作动态' },
  statistics: {
    name: '统计',
    description: '解决、到场、时长等数字，每个都有算法和背后的那些行。',
    type: '数据发布',
  },
  data: { name: '开放数据', description: '页面上每一个数背后的表，可以下载、可以再算。', type: '数据开放' },
  notices: {
    name: '督办文书',
    description: '提醒、交办、督办：发给谁、为哪件事、有没有结果。',
    type: '政策文件',
  },
  'review-meetings': {
    name: '交账会',
    description: '每次交账会的议题和决定。',
    type: '工作动态',
  },
  sources: { name: '来源', description: '本站的事实出自哪里，每个来源说了什么。', type: '数据发布' },
  search: { name: '搜索', description: '用平常的话问归谁管，在公开的记录里找。', type: '办事服务' },
  mechanism: {
    name: '怎样运转',
    description: '村社吹哨、部门报到这套办法怎样运转。',
    type: '概况信息',
  },
}
