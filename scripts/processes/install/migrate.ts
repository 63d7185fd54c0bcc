// A child of start: brings the database to the tables of this code.
import { migrate } from '../../../cms/src/migrate.ts'
import { openPayload } from '../../../cms/src/openPayload.ts'
import { refuseStandalone } from '../../../cms/src/refuseStandalone.ts'
import { readProcessEnvironment } from '../command/environment.ts'
import { EXIT } from '../command/refusal.ts'

const { DATABASE_URL } = readProcessEnvironment()

if (DATABASE_URL?.startsWith('mongodb')) {
  try {
    await refuseStandalone(DATABASE_URL)
  } catch (error) {
    process.send?.({ refused: error instanceof Error ? error.message : String(error) })
    process.exit(EXIT.data)
  }
}
const payload = await openPayload()
try {
  await migrate(payload)
} finally {
  await payload.destroy()
}
