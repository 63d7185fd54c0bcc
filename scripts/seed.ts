// npm start's loader: shipped content into the database, once. A loader that was killed goes on where it stopped.

import { loadGlobals } from '../cms/src/loading/loadGlobals.ts'
import { loadRecords } from '../cms/src/loading/loadRecords.ts'
import { openPayload } from '../cms/src/openPayload.ts'
import { askedContent, ContentMark } from './content/contentMark.ts'
import { type Shipped, shippedContent } from './content/shippedContent.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'

const say = (report: object) => process.send?.(report)

async function load(shipped: Shipped, payload: Awaited<ReturnType<typeof openPayload>>): Promise<void> {
  const step = (done: number, of: number) => say({ progress: `装入内容：${done} / ${of} 条` })
  await loadRecords(payload, shipped.tables, { log: (line) => console.log(line), progress: step })
  await loadGlobals(payload, { settings: shipped.settings, synonyms: shipped.synonyms }, shipped.day)
}

const payload = await openPayload()
let code: number = EXIT.stopped
try {
  const asked = askedContent(process.argv.slice(2))
  const mark = await ContentMark.read(payload)
  const content = mark.choose(asked)
  if (content) {
    say({ progress: '装入内容：准备' })
    await mark.begin(content)
    await load(await shippedContent(content), payload)
    await mark.finish()
  }
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error)
  console.error(error)
  say({ refused: sentence })
  code = error instanceof Refusal ? error.code : EXIT.data
} finally {
  await payload.destroy()
}
process.exit(code)
