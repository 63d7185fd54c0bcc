// A child of start: brings the database to the tables of this code.
import { openPayload } from '../../cms/src/openPayload.ts'

const payload = await openPayload()
try {
  await payload.db.migrate()
} finally {
  await payload.destroy()
}
