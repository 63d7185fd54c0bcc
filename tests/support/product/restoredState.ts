// A child that opens the newsroom of its environment and sends what is in it.
import { openPayload } from '../../../cms/src/openPayload.ts'
import { newsroomState } from './newsroomState.ts'

const payload = await openPayload()
const state = await newsroomState(payload)
await payload.destroy()
process.send?.(state, () => process.exit(0))
