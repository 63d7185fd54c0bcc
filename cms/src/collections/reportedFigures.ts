import { reportedFigureFields } from '#domain/records/reportedFigure'
import { REPORTED_METRIC_LABELS, REPORTED_METRICS } from '#domain/vocabulary'
import { dateText } from '../fields/dateText.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(reportedFigureFields)

export const reportedFigures = recordCollection({
  slug: 'reported-figures',
  group: '公开内容',
  title: 'slug',
  columns: ['metric', 'value', 'asOf'],
  fields: [
    f.key('slug'),
    f.choice('metric', REPORTED_METRICS, REPORTED_METRIC_LABELS),
    f.text('scope'),
    f.whole('value'),
    f.text('unit'),
    dateText(reportedFigureFields, 'asOf'),
    f.one('source', 'sources'),
    f.area('quotation'),
  ],
})
