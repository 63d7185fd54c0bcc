// A child of start: brings the database to the tables of this code.
import { migrate } from '../../cms/src/migrate.ts'
import { openPayload } from '../../cms/src/openPayload.ts'

const payload = await openPayload()
try {
  await migrate(payload)
} finally {
  await payload.destroy()
}
