import { rowName } from '#domain/imports/cellAddress'
import { type ImportPlan, OUTCOME_LABELS, OUTCOMES } from '#domain/imports/importPlan'
import { PRIVATE_WAY_LABELS } from '#domain/imports/mapping'
import { TABLES } from '#domain/records/snapshot'
import { textBook } from '../workbooks/textBook.ts'
import { zipStream } from '../workbooks/zipStream.ts'

const WIDTHS = [14, 8, 14, 20, 20, 8, 60, 60]

/** A dry run as a workbook to look through, made while it is written: the counts and what is asked, then every row with its reasons and changes. */
export function planBook(plan: ImportPlan): AsyncGenerator<Buffer> {
  return zipStream(
    textBook([
      { name: '总数', rows: summaryOf(plan) },
      { name: '逐行', rows: rowsOf(plan), widths: WIDTHS },
      { name: '私人信息', rows: spansOf(plan), widths: SPAN_WIDTHS },
    ]),
  )
}

function summaryOf(plan: ImportPlan): string[][] {
  return [
    ['文件', plan.file.name],
    ['文件的 SHA-256', plan.file.sha256],
    ['对照表', `${plan.mapping.name}（第${plan.mapping.version}版）`],
    ['工作表', plan.sheet],
    ...OUTCOMES.map((outcome) => [OUTCOME_LABELS[outcome], String(plan.counts[outcome])]),
    ['上次有、这次没有的', String(plan.vanished.length)],
    ...plan.notes.map(({ text }) => ['要知道的', text]),
    ...plan.questions.map(({ kind, field, value, rows, first }) => [
      `${kind === 'like-name' ? '按相近的名字算的' : '要问的'}：${field}`,
      `“${value}”，${rows}行，第一处 ${first}`,
    ]),
  ]
}

const ROW_HEADS = ['结果', '行', '记录', '来源编号', '编号', '格', '原因', '改了什么']

function* rowsOf(plan: ImportPlan): Generator<string[]> {
  yield ROW_HEADS
  for (const row of plan.rows)
    yield [
      OUTCOME_LABELS[row.outcome],
      row.row === null ? '' : rowName({ ...row, row: row.row }),
      TABLES[row.table].label,
      row.sourceKey ?? '',
      row.key ?? '',
      row.reasons.flatMap(({ address }) => address ?? []).join('、'),
      row.reasons.map(({ text }) => text).join('\n'),
      row.changes
        .map(({ title, before, after }) => `${title}：${before ?? '空'} → ${after ?? '空'}`)
        .join('\n'),
    ]
}

const SPAN_HEADS = ['行', '格', '字段', '种类', '前面的字', '公开时的样子', '怎么办']
const SPAN_WIDTHS = [8, 8, 20, 14, 20, 20, 30]

/** Every place of private words, in the form in which they may be public: a workbook is passed on. */
function* spansOf(plan: ImportPlan): Generator<string[]> {
  yield SPAN_HEADS
  for (const { row, sheet, spans } of plan.rows)
    for (const { address, field, kind, before, masked, way } of spans)
      yield [
        row === null ? '' : rowName({ row, sheet }),
        address ?? '',
        field,
        kind,
        before,
        masked,
        PRIVATE_WAY_LABELS[way],
      ]
}
