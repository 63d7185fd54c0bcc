// npm run history: whether the history of the newsroom is whole. 0 it is, 1 it is not and where, 4 the database cannot be read.
import { checkHistory } from '../cms/src/history/checkHistory.ts'
import { openPayload } from '../cms/src/openPayload.ts'
import { argumentsOrEnd } from './processes/command/commandArguments.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { liveRelease } from './release/store/switchRelease.ts'

argumentsOrEnd({ usage: 'npm run history', options: {} })
const { dataDir } = readProcessEnvironment()
const told = liveRelease(dataDir)?.release.history ?? null
const payload = await openPayload()
try {
  const faults = await checkHistory(payload, told)
  if (faults.length > 0) {
    console.error(faults.join('\n'))
    process.exitCode = 1
  } else {
    console.log(told ? `历史对得上：现行版本说有${told.count}条，都在。` : '历史对得上：还没有版本说过它。')
  }
} catch (error) {
  console.error(`历史读不出来：${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 4
} finally {
  await payload.destroy()
}
