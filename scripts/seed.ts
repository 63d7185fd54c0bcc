// npm start's loader: shipped content into the database, once. A loader that was killed goes on where it stopped.

import { openPayload } from '../cms/src/openPayload.ts'
import { askedContent } from './content/contentMark.ts'
import { loadContent } from './content/loadContent.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'

const say = (report: object) => process.send?.(report)

const payload = await openPayload()
let code: number = EXIT.stopped
try {
  await loadContent(payload, askedContent(process.argv.slice(2)), (progress) => say({ progress }))
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error)
  console.error(error)
  say({ refused: sentence })
  code = error instanceof Refusal ? error.code : EXIT.data
} finally {
  await payload.destroy()
}
process.exit(code)
