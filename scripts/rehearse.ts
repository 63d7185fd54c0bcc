// The rehearsal: what would readers see change? Started by start.ts when the newsroom asks for it.
import os from 'node:os'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { runRehearsal } from './release/rehearsal/runRehearsal.ts'

/** Readers' releases come first. */
os.setPriority(5)
const { dataDir } = readProcessEnvironment()

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
await runRehearsal(dataDir, (line) => console.log(`${new Date().toISOString()} ${line}`))
process.exit(0)
