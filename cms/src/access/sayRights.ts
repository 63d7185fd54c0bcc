import type { CollectionConfig, Field, GlobalConfig } from 'payload'
import type { Place } from './matrix.ts'

const component = (place: Place) => ({
  path: '/components/WhatYouMay.tsx#WhatYouMay',
  clientProps: { place },
})

const inForm = (place: Place): Field => ({
  name: 'whatYouMay',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: component(place) } },
})

/** Lets the list and the form of a collection say what the person who looks at them may do there. */
export function sayRights(collection: CollectionConfig): CollectionConfig {
  const { admin } = collection
  if (admin?.hidden) return collection
  const place = collection.slug as Place
  const components = {
    ...admin?.components,
    beforeListTable: [...(admin?.components?.beforeListTable ?? []), component(place)],
  }
  return { ...collection, admin: { ...admin, components }, fields: [inForm(place), ...collection.fields] }
}

/** The same for the form of a global. */
export const sayRightsOfGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  fields: [inForm(global.slug as Place), ...global.fields],
})
