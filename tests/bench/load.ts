// A task of the bench: fills the empty newsroom of DATA_DIR with so many cases of the demonstration's making.
import { loadGlobals } from '../../cms/src/loading/loadGlobals.ts'
import { loadRecords } from '../../cms/src/loading/loadRecords.ts'
import { migrate } from '../../cms/src/migrate.ts'
import { openPayload } from '../../cms/src/openPayload.ts'
import { ContentMark } from '../../scripts/content/contentMark.ts'
import { shippedContent } from '../../scripts/content/shippedContent.ts'

const cases = Number(process.argv[2])
const shipped = await shippedContent('sample', { cases })
const payload = await openPayload()
await migrate(payload)
const mark = await ContentMark.read(payload)
await mark.begin('sample')
await loadRecords(payload, shipped.tables, {
  log: (line) => console.log(line),
  progress: (done, of) => process.send?.({ progress: `${done} / ${of} 条` }),
})
await loadGlobals(payload, { settings: shipped.settings, synonyms: shipped.synonyms }, shipped.day)
await mark.finish()
await payload.destroy()
process.exit(0)
