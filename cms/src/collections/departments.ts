import { departmentFields } from '#domain/records/department'
import { DEPARTMENT_KIND_LABELS, DEPARTMENT_KINDS } from '#domain/vocabulary'
import { contactRows, contactText } from '../fields/contactRows.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { successionFields } from '../fields/succession.ts'
import { recordCollection } from './record.ts'

const f = fieldsFrom(departmentFields)

export const departments = recordCollection({
  slug: 'departments',
  group: '清单',
  title: 'name',
  columns: ['kind'],
  fields: [
    f.text('name'),
    f.text('shortName'),
    f.text('fullName'),
    f.lines('formerNames'),
    f.lines('otherNames'),
    f.key('slug'),
    f.choice('kind', DEPARTMENT_KINDS, DEPARTMENT_KIND_LABELS),
    contactRows,
    contactText,
    ...successionFields('departments', departmentFields),
  ],
})
