import { WORKBOOK_FORMAT_LABELS, type WorkbookFormat } from '#domain/imports/workbook'
import { Busy, Fault } from './Told.tsx'
import type { useImportDesk } from './useImportDesk.ts'

/** First: the file, or why it is refused. */
export function FileStep({ desk }: { desk: ReturnType<typeof useImportDesk> }) {
  const { file, busy, faults, upload } = desk
  return (
    <section aria-labelledby="import-file">
      <h2 id="import-file">1. 文件</h2>
      <p>
        工作簿（新的、97—2003 的）或 CSV、TSV，至多 60
        MB。文件只留在编辑部里，一周没有导入就删掉；先试读，写入以前什么也不会变。
      </p>
      <label className="import-desk__file">
        选一个文件
        <input
          accept=".xlsx,.xls,.csv,.tsv,.txt,.htm,.html,.xml"
          disabled={busy !== null}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            if (chosen) void upload(chosen)
            event.target.value = ''
          }}
          type="file"
        />
      </label>
      <Busy isOn={busy === 'file'} words="正在读，大的文件要一会儿……" />
      <Fault words={faults.file} />
      {file && (
        <p>
          <strong className="import-desk__name">{file.name}</strong>，{sizeInWords(file.bytes)}，
          {WORKBOOK_FORMAT_LABELS[file.format as WorkbookFormat]}，{file.sheets.length}张表
        </p>
      )}
    </section>
  )
}

const sizeInWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
