import type { Field } from 'payload'
import type { FormPlaces } from './FormFaults.tsx'

/** What the fields of a form are called and in which tab each stands, so that a fault can be led back to its field. */
export function placesOf(fields: readonly Field[], tab?: string): FormPlaces {
  return Object.assign(
    {},
    ...fields.map((field) => {
      if ('name' in field && field.name && field.type !== 'ui')
        return { [field.name]: { label: typeof field.label === 'string' ? field.label : field.name, tab } }
      if (field.type === 'tabs')
        return Object.assign({}, ...field.tabs.map((each) => placesOf(each.fields, String(each.label))))
      return 'fields' in field ? placesOf(field.fields, tab) : {}
    }),
  )
}
