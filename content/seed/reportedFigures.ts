import type { ReportedFigure } from '#domain/records/reportedFigure'
import { ARTICLE, SHIPPED } from './shipped.ts'

const PLAN = '《南昌高新区“善治小区（村）”创建示范工作实施方案》'
const common = { asOf: '2022-11', source: ARTICLE, ...SHIPPED }

/** The numbers that the article reports; its sentences are not held here word for word, so none is quoted. Ratio and remainder are computed elsewhere, never stored as reported. */
export const reportedFigures: ReportedFigure[] = [
  {
    ...common,
    slug: '2022-11-whistles',
    metric: 'whistles',
    scope: '南昌高新区',
    value: 2998,
    unit: '件',
  },
  {
    ...common,
    slug: '2022-11-resolved',
    metric: 'resolved',
    scope: '南昌高新区',
    value: 2985,
    unit: '件',
  },
  {
    ...common,
    slug: '2022-11-duty-categories',
    metric: 'duty-categories',
    scope: PLAN,
    value: 7,
    unit: '大类',
  },
  {
    ...common,
    slug: '2022-11-duties',
    metric: 'duties',
    scope: PLAN,
    value: 141,
    unit: '项',
  },
]
