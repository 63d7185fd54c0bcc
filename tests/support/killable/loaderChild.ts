// The loader of `npm start` with as many cases as its first argument says, which kills itself once it has loaded the share of
// all records that its second names.

import { openPayload } from '../../../cms/src/openPayload.ts'
import { loadContent } from '../../../scripts/content/loadContent.ts'

const [cases, share] = process.argv.slice(2).map(Number) as [number, number]
const payload = await openPayload()
payload.logger.level = 'silent'
const killed = (progress: string) => {
  const [, done, of] = /(\d+) \/ (\d+)/.exec(progress) ?? []
  if (done && Number(done) >= share * Number(of)) process.kill(process.pid, 'SIGKILL')
}
await loadContent(payload, 'sample', killed, { cases })
await payload.destroy()
process.exit(0)
