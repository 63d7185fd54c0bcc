// A task of the bench: one release of DATA_DIR by the product's own publisher, timed.
import { readProcessEnvironment } from '../processes/environment.ts'
import { NO_FENCE } from '../release/fence.ts'
import { openNewsroom } from '../release/newsroom.ts'
import { Publisher } from '../release/publisher.ts'
import { loadRenderer } from '../release/renderer.ts'
import { StatusFile } from '../release/status.ts'
import { openStore } from '../release/store.ts'

const { dataDir } = readProcessEnvironment()
const { newsroom } = await openNewsroom()
const { renderer, code } = await loadRenderer()
const effects = { now: () => new Date(), progress: () => {}, step: () => {} }
const began = performance.now()
let rendered = 0
const publisher = await Publisher.open(
  {
    dataDir,
    store: openStore(dataDir),
    renderer,
    code,
    effects,
    fence: NO_FENCE,
    log: (line) => {
      rendered = Number(/写了 (\d+) 页/.exec(line)?.[1] ?? rendered)
    },
  },
  newsroom,
  new StatusFile(dataDir),
)
const opened = performance.now()
const onlySearch = process.argv.includes('--search')
if (!onlySearch) await publisher.compare(process.argv.includes('--full'))
const released = performance.now()
if (onlySearch) await publisher.followWithSearch()
process.send?.({
  open: opened - began,
  release: released - opened,
  search: performance.now() - released,
  rendered,
})
process.exit(0)
