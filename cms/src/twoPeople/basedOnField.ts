import type { TextField } from 'payload'
import type { GlobalName, TableName } from '#domain/records/snapshot'

/** The field by which a form says on which state it was opened, and in which it shows what another person has saved since. */
export function basedOnField(of: TableName | GlobalName | 'media'): TextField {
  return {
    name: 'basedOn',
    label: '在哪一次保存的样子上改',
    type: 'text',
    virtual: true,
    admin: {
      disableBulkEdit: true,
      disableListColumn: true,
      disableListFilter: true,
      components: { Field: { path: '/twoPeople/BasedOn.tsx#BasedOn', clientProps: { of } } },
    },
  }
}
