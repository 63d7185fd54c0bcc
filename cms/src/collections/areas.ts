import { areaFields } from '#domain/records/area'
import { AREA_LEVEL_LABELS, AREA_LEVELS } from '#domain/vocabulary'
import { fieldsFrom } from '../fields/recordFields.ts'
import { successionFields } from '../fields/succession.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(areaFields)

export const areas = recordCollection({
  slug: 'areas',
  group: '清单',
  title: 'name',
  columns: ['level'],
  fields: [
    f.text('name'),
    f.key('slug'),
    f.choice('level', AREA_LEVELS, AREA_LEVEL_LABELS),
    f.one('parent', 'areas'),
    f.text('officialCode'),
    f.whole('households'),
    ...successionFields('areas', areaFields),
  ],
})
