import type { Field, SanitizedConfig } from 'payload'

/** Moments that the library keeps of every record. */
const INSTANTS = ['createdAt', 'updatedAt']
const HAN = /[\u4e00-\u9fff]/
const CELL = '/words/InstantCell.tsx#InstantCell'
const STATE_CELL = '/words/StateCell.tsx#StateCell'

/** Nothing for programmers stands in the admin, and every moment in its lists is Shanghai time. */
export function withAdminWords(config: SanitizedConfig): SanitizedConfig {
  for (const each of [...config.collections, ...config.globals]) each.admin.hideAPIURL = true
  for (const { fields } of config.collections) for (const field of fields) tellInShanghaiTime(field)
  for (const { fields, versions } of config.collections)
    if (versions) for (const field of fields) tellState(field)
  for (const { fields } of [...config.collections, ...config.globals]) nameRows(fields)
  for (const { fields, upload } of config.collections)
    if (upload) for (const field of fields) nameInChinese(field)
  return config
}

/** A row of a list is called what the list is called; the library would make an English word of the field's name. */
function nameRows(fields: readonly Field[]): void {
  for (const field of fields) {
    if (field.type === 'array' && !HAN.test(String(field.labels?.singular)))
      field.labels = { singular: field.label as string, plural: field.label as string }
    if (field.type === 'tabs') for (const tab of field.tabs) nameRows(tab.fields)
    if ('fields' in field) nameRows(field.fields)
  }
}

/** What the library calls the parts of a file in English in every language. */
const PARTS_OF_FILES: Readonly<Record<string, string>> = {
  url: '文件地址',
  thumbnailURL: '小图地址',
  mimeType: '图片格式',
}

function nameInChinese(field: Field): void {
  if ('name' in field && field.name in PARTS_OF_FILES) field.label = PARTS_OF_FILES[field.name]
}

/** The library says one word of a draft over what is public and of what was withdrawn. */
function tellState(field: Field): void {
  if (!('name' in field) || field.name !== '_status' || field.type !== 'select') return
  field.admin = { ...field.admin, components: { ...field.admin?.components, Cell: STATE_CELL } }
}

function tellInShanghaiTime(field: Field): void {
  if (!('name' in field) || field.type !== 'date' || !INSTANTS.includes(field.name)) return
  field.admin = { ...field.admin, components: { ...field.admin?.components, Cell: CELL } }
}
