import { erratumFault } from '#domain/changes/erratum'
import type { PublicChange } from '#domain/changes/publicChanges'
import { CHANGE_KIND_LABELS, type ChangeKind } from '#domain/vocabulary'
import { type FieldFault, refuseFields } from '../hooks/refuse.ts'
import type { ChangeNote } from './givenNote.ts'

const NO_KIND: FieldFault = { path: 'changeKind', message: '没有选：请选更正、补充或勘误' }
const NO_WORDS: FieldFault = {
  path: 'changeNote',
  message: '没有写：改了什么、为什么，读者会看到；勘误可以不写',
}

/**
 * The kind of a change of something public. Refuses in words a change that says neither what nor why, and one that
 * calls itself an erratum and is more.
 * @param name of the record, for example 事项WS-2022-000001
 */
export function neededNote(name: string, changes: readonly PublicChange[], note: ChangeNote): ChangeKind {
  const { words, kind } = note
  const changed = [...new Set(changes.map(({ title }) => title))].join('、')
  const what = changed === '' ? '' : `（改了${changed}）`
  if (kind === null)
    refuseFields(
      `${name}已经公开，没有保存${what}：请选变更种类（更正、补充或勘误），写变更说明：改了什么、为什么。读者会看到这句话；勘误可以不写说明`,
      words === null ? [NO_KIND, NO_WORDS] : [NO_KIND],
    )
  if (kind === 'erratum') {
    const fault = erratumFault(changes)
    if (fault)
      refuseFields(
        `${name}没有保存：${fault}，不是勘误。勘误只改错别字，数字、日期、状态、关联、照片或三个字以上的改动，请选更正或补充，写上说明`,
        [{ path: 'changeKind', message: `${fault}，不是勘误：请选更正或补充，写上说明` }],
      )
    return kind
  }
  if (words === null)
    refuseFields(
      `${name}已经公开，没有保存${what}：${CHANGE_KIND_LABELS[kind]}要写变更说明：改了什么、为什么。读者会看到这句话`,
      [NO_WORDS],
    )
  return kind
}
