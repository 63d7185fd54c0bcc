import { z } from 'zod'
import { countedThings } from '../bounds.ts'
import { preciseDate } from '../dates.ts'
import { coded, field } from '../field.ts'
import { happenedInTime } from '../happenedInTime.ts'
import { MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { lineText, nameText, proseText } from '../text.ts'
import { REPORTED_METRIC_LABELS, REPORTED_METRICS } from '../vocabulary.ts'

/** A number that somebody published. It has a source and no rows. */
export const reportedFigureFields = z.object({
  slug: field(slug, '网址代号', '例如 2022-11-whistles。'),
  metric: field(
    coded(REPORTED_METRICS, REPORTED_METRIC_LABELS),
    '数的是什么',
    '吹哨、解决、权责清单大类或权责事项。',
  ),
  scope: field(lineText, '范围', '例如 南昌高新区，2022年以来。'),
  value: field(countedThings, '数值', '来源所写的数，例如 2998。'),
  unit: field(nameText, '单位', '例如 件。'),
  asOf: field(preciseDate, '截至', '来源所写的截止时间，知道多少写多少，例如 2022-11。'),
  source: field(naming(slug, 'sources'), '来源', '出处的网址代号。'),
  quotation: field(
    proseText.optional(),
    '原文',
    '来源里含这个数的原话，一字不改、不删节；本站没有录下原话就没有。',
  ),
  ...published,
})
export const reportedFigure = reportedFigureFields
  .refine(markAgrees('slug'), { path: ['slug'], message: MARK_MESSAGE })
  .superRefine(happenedInTime((f) => [{ path: ['asOf'], at: f.asOf }]))
export type ReportedFigure = z.infer<typeof reportedFigure>
