import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'

/** Whether the sheet of a workbook is protected, and the heads of the columns whose cells in the second row are locked. */
export async function protectionOf(book: Buffer): Promise<{ isProtected: boolean; locked: string[] }> {
  const sheet = await partOf(book, 'xl/worksheets/sheet1.xml')
  const styles = await partOf(book, 'xl/styles.xml')
  const xfs = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<protection locked="(\d)"/g)].map(
    ([, locked]) => locked,
  )
  const [heads = [], cells = []] = [...sheet.matchAll(/<row r="[12]">(.*?)<\/row>/gs)].map(([, row]) =>
    (row ?? '').split('<c ').slice(1),
  )
  const isLocked = (i: number) => xfs[Number(/ s="(\d+)"/.exec(cells[i] ?? '')?.[1])] === '1'
  return {
    isProtected: /<sheetProtection[^>]*\bsheet="(?:1|true)"/.test(sheet),
    locked: heads.flatMap((head, i) => (isLocked(i) ? [/<t[^>]*>(.*?)<\/t>/s.exec(head)?.[1] ?? ''] : [])),
  }
}

function partOf(book: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(book, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return zip.readEntry()
        zip.openReadStream(entry, (fault, stream) =>
          fault ? reject(fault) : resolve(text(stream as Readable)),
        )
      })
      zip.on('end', () => reject(new Error(`no ${name}`)))
      zip.readEntry()
    })
  })
}
