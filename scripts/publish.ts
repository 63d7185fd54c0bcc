// The publisher: the one process that makes releases. It is started by start.ts and tells it how far it is.
import { readProcessEnvironment } from './processes/command/environment.ts'
import { runPublisher } from './release/publisher/runPublisher.ts'

const { dataDir, databaseFile } = readProcessEnvironment()

await runPublisher({
  dataDir,
  databaseFile,
  say: (report) => process.send?.(report),
  log: (line) => console.log(`${new Date().toISOString()} ${line}`),
  step: () => {},
})
process.exit(0)
