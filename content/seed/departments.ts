import type { Department } from '#domain/records/department'
import { SHIPPED } from './shipped.ts'

/** The article gives one name each. */
const NO_OTHER_NAMES = { formerNames: [], otherNames: [], contacts: [] }

const government = (slug: string, name: string): Department => ({
  slug,
  name,
  shortName: name,
  ...NO_OTHER_NAMES,
  kind: 'government',
  ...SHIPPED,
})

/** Every function that the article names, under the name it gives. */
export const departments: Department[] = [
  government('chengjian', '城建'),
  government('yingji', '应急'),
  government('caizheng', '财政'),
  government('huanbao', '环保'),
  government('anguanban', '安管办'),
  government('chengguan', '城管'),
  government('xiaofang', '消防'),
  government('shijian', '市监'),
  government('tudi', '土地'),
  government('ziran-ziyuan', '自然资源'),
  government('jiaojing', '交警'),
  government('jiaoyu', '教育'),
  {
    slug: 'gongjiao',
    name: '公交公司',
    shortName: '公交公司',
    ...NO_OTHER_NAMES,
    kind: 'utility',
    ...SHIPPED,
  },
  {
    slug: 'zhihuibu',
    name: '创建示范指挥部',
    shortName: '指挥部',
    ...NO_OTHER_NAMES,
    kind: 'command',
    ...SHIPPED,
  },
]
