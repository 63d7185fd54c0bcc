import type { ShownUpload } from '../endpoints/importFiles.ts'
import type { ImportTargets } from './importTargets.ts'
import { MoreSheets } from './MoreSheets.tsx'
import { SheetPreview } from './SheetPreview.tsx'
import { Busy, Fault } from './Told.tsx'
import type { useImportDesk } from './useImportDesk.ts'

type Props = {
  desk: ReturnType<typeof useImportDesk>
  file: ShownUpload
  mappings: string[]
  tables: ImportTargets['tables']
}

/** Second: which sheet, which rows are its head, and what its rows are. */
export function SheetStep({ desk, file, mappings, tables }: Props) {
  const { pointed, mapping, setMapping, busy, faults, point } = desk
  const sheet = file.sheets.find(({ name }) => name === pointed?.sheet) ?? file.sheets[0]
  if (!sheet) return null
  const head = pointed?.headRows
  const at = { sheet: sheet.name, ...(mapping ? { table: mapping.table } : {}) }
  return (
    <section aria-labelledby="import-sheet">
      <h2 id="import-sheet">2. 表和表头</h2>
      <div className="import-desk__line">
        {mappings.length > 0 && (
          <label>
            用存过的对照表
            <select
              onChange={(event) => event.target.value && void point(file.id, { saved: event.target.value })}
              value={mapping && mappings.includes(mapping.name) ? mapping.name : ''}
            >
              <option value="">不用，重新对照</option>
              {mappings.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          工作表
          <select onChange={(event) => void point(file.id, { sheet: event.target.value })} value={sheet.name}>
            {file.sheets.map(({ name, hidden, total }) => (
              <option key={name} value={name}>
                {`${name}${hidden ? '（隐藏的）' : ''}，${total}行`}
              </option>
            ))}
          </select>
        </label>
        <label>
          一行是一条
          <select
            onChange={(event) =>
              void point(file.id, {
                ...at,
                table: event.target.value as ImportTargets['tables'][number]['table'],
                ...(head ? { headRows: head } : {}),
              })
            }
            value={mapping?.table ?? 'cases'}
          >
            {tables.map(({ table, label }) => (
              <option key={table} value={table}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {pointed && mapping && (
        <MoreSheets
          alike={pointed.alike}
          chosen={mapping.moreSheets}
          onChange={(moreSheets) => setMapping({ ...mapping, moreSheets })}
        />
      )}
      {sheet.notes.length > 0 && (
        <ul>
          {sheet.notes.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p>
        {head
          ? `表头在第${head.first}行${head.last > head.first ? `到第${head.last}行` : ''}。不对就点一下表头所在的行号；表头有两行的，再点“到这一行”。`
          : '点一下表头所在的行号。'}
      </p>
      <Fault words={faults.heads} />
      <Busy isOn={busy === 'heads'} words="正在看这张表……" />
      <SheetPreview
        head={head}
        isBusy={busy === 'heads'}
        onHead={(first, last) => void point(file.id, { ...at, headRows: { first, last } })}
        sheet={sheet}
      />
    </section>
  )
}
