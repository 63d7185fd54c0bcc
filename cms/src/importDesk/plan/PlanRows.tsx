import { rowName } from '#domain/imports/cellAddress'
import { OUTCOME_LABELS, UNDECIDED } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import type { ShownUpload } from '../../endpoints/importFiles.ts'
import type { AnsweredPlan } from '../../endpoints/importPlans.ts'
import { ROWS_ON_A_PAGE, type ShownRow } from '../../imports/uploads/shownPlan.ts'
import type { ImportTargets } from '../importTargets.ts'
import { withLeftOut } from '../mapping/answers.ts'
import type { usePlan } from './usePlan.ts'

type Props = {
  answer: AnsweredPlan
  file: ShownUpload
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  run: ReturnType<typeof usePlan>
  table: ImportTargets['tables'][number]
}

/** The rows that are looked at, page by page. */
export function PlanRows({ answer, file, mapping, onChange, run, table }: Props) {
  const { narrowing, setNarrowing } = run
  const { rows = [], found = 0 } = answer
  const pages = Math.max(1, Math.ceil(found / ROWS_ON_A_PAGE))
  const left = new Set(mapping.leftOut?.sha256 === file.sha256 ? mapping.leftOut.rows : [])
  return (
    <div>
      <h3>逐行{narrowing.kind ? `：有${narrowing.kind}的` : ''}</h3>
      <table className="import-desk__rows">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">结果</th>
            <th scope="col">是哪一条</th>
            <th scope="col">为什么、改什么</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr data-outcome={row.outcome} key={`${row.row} ${row.key}`}>
              <td>{row.row === null ? '按名字新建' : rowName({ ...row, row: row.row })}</td>
              <td>{OUTCOME_LABELS[row.outcome]}</td>
              <td>
                {row.key} {row.title}
              </td>
              <td>
                <Why row={row} table={table} />
                {row.row !== null && UNDECIDED.includes(row.outcome) && (
                  <button
                    disabled={left.has(row.row)}
                    onClick={() => onChange(withLeftOut(mapping, file.sha256, [row.row as number]))}
                    type="button"
                  >
                    {left.has(row.row) ? '这次不导入' : '这一行不导入'}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>没有这样的行。</p>}
      {pages > 1 && (
        <p className="import-desk__line">
          <button
            disabled={narrowing.page <= 1}
            onClick={() => setNarrowing({ ...narrowing, page: narrowing.page - 1 })}
            type="button"
          >
            上一页
          </button>
          <span>
            第{narrowing.page}页，共{pages}页
          </span>
          <button
            disabled={narrowing.page >= pages}
            onClick={() => setNarrowing({ ...narrowing, page: narrowing.page + 1 })}
            type="button"
          >
            下一页
          </button>
        </p>
      )}
    </div>
  )
}

function Why({ row }: { row: ShownRow; table: Props['table'] }) {
  return (
    <ul>
      {row.reasons.map(({ address, text }) => (
        <li key={`${address} ${text}`}>
          {address && <code>{address}</code>} {text}
        </li>
      ))}
      {row.changes.map(({ field, title, before, after }) => (
        <li key={field}>
          {title}：<del>{before ?? '空'}</del> → <ins>{after ?? '空'}</ins>
        </li>
      ))}
      {row.spans
        .filter(({ way }) => way !== 'hold')
        .map(({ field, text, masked, before }) => (
          <li key={`${field} ${before} ${text}`}>
            {before}
            <mark>{text}</mark> → {masked}
          </li>
        ))}
    </ul>
  )
}
