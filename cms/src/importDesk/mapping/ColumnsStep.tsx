import type { Mapping } from '#domain/imports/mapping'
import { EVENT_KINDS } from '#domain/vocabulary'
import type { PointedColumn } from '../../imports/uploads/pointedHeads.ts'
import type { ImportTargets } from '../importTargets.ts'
import { EVENT_PARTS, eventPartLabel, eventUse, fieldUse, hasPart, usesOf, withUse } from './columnUses.ts'

type Table = ImportTargets['tables'][number]
type Props = {
  columns: PointedColumn[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  table: Table
}

/** Third: what each column is. Nothing that is left open is read. */
export function ColumnsStep({ columns, mapping, onChange, table }: Props) {
  const open = columns.filter(({ text }) => usesOf(mapping, text).length === 0)
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">3. 列和字段</h2>
      <p>
        {open.length > 0
          ? `还有${open.length}列没有说是什么，不会读：${open.map(({ text }) => text).join('、')}。`
          : '每一列都说了是什么。'}
        几列选同一个字段的，依次连起来；一列有两种用处的，再选一次。
      </p>
      <table className="import-desk__columns">
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">里面写着</th>
            <th scope="col">是什么</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.letters}>
              <th scope="row">
                <code>{column.letters}</code> {column.text}
              </th>
              <td>{column.examples.join('；') || '（空的）'}</td>
              <td>
                <Uses column={column} mapping={mapping} onChange={onChange} table={table} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type UsesProps = Omit<Props, 'columns'> & { column: PointedColumn }

function Uses({ column: { text }, mapping, onChange, table }: UsesProps) {
  const uses = usesOf(mapping, text)
  const isMore = uses.length > 0 && !uses.includes('ignored')
  return (
    <>
      {[...uses, ...(isMore || uses.length === 0 ? [''] : [])].map((use, i) => (
        <select
          aria-label={i === 0 ? `“${text}”是什么` : `“${text}”也用作什么`}
          className={use === '' && i > 0 ? 'import-desk__more' : undefined}
          key={use || 'open'}
          onChange={(event) => onChange(withUse(mapping, text, use, event.target.value))}
          value={use}
        >
          <option value="">{i === 0 ? '还没有说，不读' : '也用作……'}</option>
          <option value="ignored">看过了，不用</option>
          <option value="key">来源编号</option>
          <optgroup label={`${table.label}的字段`}>
            {table.targets.map(({ field, title, isPrivate }) => (
              <option key={field} value={fieldUse(field)}>
                {isPrivate ? `${title}（不公开）` : title}
              </option>
            ))}
          </optgroup>
          {table.table === 'cases' && (
            <optgroup label="经过">
              {EVENT_KINDS.flatMap((kind) =>
                EVENT_PARTS.filter((part) => hasPart(kind, part)).map((part) => (
                  <option key={`${kind} ${part}`} value={eventUse(kind, part)}>
                    {eventPartLabel(kind, part)}
                  </option>
                )),
              )}
            </optgroup>
          )}
        </select>
      ))}
    </>
  )
}
