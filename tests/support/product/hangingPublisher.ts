// The publisher as it is shipped, which never gets out of its work while the record that the test names is in hand.
import { existsSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { readProcessEnvironment } from '../../../scripts/processes/command/environment.ts'
import { runPublisher } from '../../../scripts/release/publisher/runPublisher.ts'

const { dataDir, databaseFile } = readProcessEnvironment()
const note = path.join(dataDir, 'publisher-work.json')

await runPublisher({
  dataDir,
  databaseFile,
  say: (report) => process.send?.(report),
  log: (line) => writeSync(1, `${line}\n`),
  step: (name) => {
    const isInHand = () =>
      existsSync(note) && readFileSync(note, 'utf8').includes(String(process.env.TEST_HANGS))
    while (name === 'parts' && isInHand());
  },
})
process.exit(0)
