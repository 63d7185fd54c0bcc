// The publisher as it is shipped, which kills or suspends itself at a moment that the test names.
import { writeSync } from 'node:fs'
import { readProcessEnvironment } from '../../../scripts/processes/command/environment.ts'
import { runPublisher } from '../../../scripts/release/publisher/runPublisher.ts'

const { dataDir, databaseFile } = readProcessEnvironment()
let order: { step: string; times: number; signal: NodeJS.Signals } | null = null
process.on('message', (given) => {
  order = given as typeof order
})
process.on('disconnect', () => process.exit(0))

await runPublisher({
  dataDir,
  databaseFile,
  say: (report) => process.send?.(report),
  log: (line) => writeSync(1, `${line}\n`),
  step: (name) => {
    if (order?.step !== name || --order.times > 0) return
    writeSync(1, `${order.signal} at ${name}\n`)
    process.kill(process.pid, order.signal)
  },
  ...(process.env.TEST_LEASE ? { leaseTimes: JSON.parse(process.env.TEST_LEASE) } : {}),
})
process.exit(0)
