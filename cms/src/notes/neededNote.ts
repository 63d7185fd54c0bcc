import { erratumFault } from '#domain/changes/erratum'
import type { PublicChange } from '#domain/changes/publicChanges'
import { CHANGE_KIND_LABELS, type ChangeKind } from '#domain/vocabulary'
import { refuse } from '../hooks/refuse.ts'
import type { ChangeNote } from './givenNote.ts'

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
    refuse(
      `${name}已经公开，没有保存${what}：请选变更种类（changeKind：更正、补充或勘误），写变更说明（changeNote）：改了什么、为什么。读者会看到这句话；勘误可以不写说明`,
    )
  if (kind === 'erratum') {
    const fault = erratumFault(changes)
    if (fault)
      refuse(
        `${name}没有保存：${fault}，不是勘误。勘误只改错别字，数字、日期、状态、关联、照片或三个字以上的改动，请选更正或补充，写上说明`,
      )
    return kind
  }
  if (words === null)
    refuse(
      `${name}已经公开，没有保存${what}：${CHANGE_KIND_LABELS[kind]}要写变更说明（changeNote）：改了什么、为什么。读者会看到这句话`,
    )
  return kind
}
