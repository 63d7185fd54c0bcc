import type { Area } from '#domain/records/area'
import { SHIPPED } from './shipped.ts'

/** The places that the article names, each at the finest level it gives. */
export const areas: Area[] = [
  { slug: 'gaoxinqu', name: '南昌高新区', level: 'zone', ...SHIPPED },
  {
    slug: 'maqiu',
    name: '麻丘镇',
    level: 'town',
    parent: 'gaoxinqu',
    officialCode: '360121192',
    ...SHIPPED,
  },
  {
    slug: 'aixihu',
    name: '艾溪湖管理处',
    level: 'office',
    parent: 'gaoxinqu',
    officialCode: '360111490',
    ...SHIPPED,
  },
  { slug: 'liucheng', name: '刘城村', level: 'village', parent: 'maqiu', ...SHIPPED },
  { slug: 'guangan', name: '广安村', level: 'village', parent: 'maqiu', ...SHIPPED },
  { slug: 'yaohu-huayuan', name: '瑶湖花园小区', level: 'compound', parent: 'liucheng', ...SHIPPED },
  { slug: 'shangshangcheng', name: '上上城社区', level: 'community', parent: 'aixihu', ...SHIPPED },
  { slug: 'xihubei', name: '溪湖北社区', level: 'community', parent: 'aixihu', ...SHIPPED },
  {
    slug: 'baoli-jinxiangbin',
    name: '保利金香槟小区',
    level: 'compound',
    parent: 'gaoxinqu',
    ...SHIPPED,
  },
]
