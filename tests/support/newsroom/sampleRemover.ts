// A child that removes the demonstration and stops for ever in the middle of it, to be killed there. Says `holding`.
import { openPayload } from '../../../cms/src/openPayload.ts'
import { readSample, removeSample } from '../../../cms/src/sample/removeSample.ts'

const payload = await openPayload()
const { counts } = await readSample(payload)
await removeSample(payload, counts, (line) => {
  if (!line.startsWith('事项')) return
  process.send?.('holding', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
})
