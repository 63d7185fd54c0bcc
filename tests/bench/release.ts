// A task of the bench: one release of DATA_DIR, or what follows it, by the product's own publisher, timed.
import { readProcessEnvironment } from '../../scripts/processes/command/environment.ts'
import { openNewsroom } from '../../scripts/release/newsroom/newsroom.ts'
import { loadRenderer } from '../../scripts/release/pages/renderer.ts'
import { Heartbeat } from '../../scripts/release/publisher/heartbeat.ts'
import { Publisher } from '../../scripts/release/publisher/publisher.ts'
import { NO_FENCE } from '../../scripts/release/store/fence.ts'
import { openStore } from '../../scripts/release/store/store.ts'
import { StatusFile } from '../../scripts/release/told/status.ts'
import { FOLLOWER_KINDS } from '../../scripts/release/workers/followers.ts'

const { dataDir } = readProcessEnvironment()
const { newsroom } = await openNewsroom()
const { renderer, code } = await loadRenderer()
const heart = new Heartbeat(
  () => {},
  () => performance.now(),
)
heart.start()
const effects = {
  now: () => new Date(),
  progress: () => heart.beat(),
  step: (name: string) => heart.at(name),
  beat: heart.beat,
}
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
const follows = FOLLOWER_KINDS.find((kind) => process.argv.includes(`--follow=${kind}`))
if (follows) await publisher.follow(follows)
else await publisher.compare(process.argv.includes('--full'))
process.send?.({
  open: opened - began,
  release: performance.now() - opened,
  rendered,
  silence: heart.longestSilence(),
})
process.exit(0)
