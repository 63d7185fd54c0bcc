// Builds the product as a start would, before the suites that start it.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeSteps } from '../../../scripts/processes/command/steps.ts'
import { buildCms, buildRenderer } from '../../../scripts/processes/install/builds.ts'
import { removeFolder } from '../removeFolder.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'build-'))
const steps = makeSteps({ say: () => {}, now: Date.now })
await buildRenderer(steps, dataDir)
await buildCms(steps, dataDir)
removeFolder(dataDir)
