// npm run remove-sample [-- --confirm]: shows what the demonstration is and what stands in the way; with --confirm
// removes exactly what it has shown. Beside a running product or without one. 0, 1 wrong argument, 4 not possible now.
import { APIError } from 'payload'
import { openPayload } from '../cms/src/openPayload.ts'
import { readSample, removeSample } from '../cms/src/sample/removeSample.ts'
import { countsInWords, totalOf } from '../cms/src/sample/sampleCounts.ts'
import { argumentsOrEnd } from './processes/command/commandArguments.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'
import { planDatabase } from './processes/install/data.ts'

const { confirm = false } = argumentsOrEnd({
  usage: 'npm run remove-sample（只看），npm run remove-sample -- --confirm（移除）',
  options: { confirm: { type: 'boolean' } },
}).values

/** Shows, and with `confirmed` removes. Throws in words what stands in the way. */
async function show(confirmed: boolean): Promise<void> {
  const environment = readProcessEnvironment()
  if (environment.databaseFile !== null && planDatabase(environment).migrate)
    throw new Refusal('数据库还没有建好，或者要先升级：请先运行一次 npm start', EXIT.data)
  const payload = await openPayload()
  try {
    const { counts, inTheWay } = await readSample(payload)
    if (totalOf(counts) === 0) return console.log('没有演示数据')
    console.log('演示数据：')
    for (const { name, count } of countsInWords(counts)) console.log(`  ${name} ${count}`)
    if (inTheWay) throw new Refusal(`现在不能移除：${inTheWay}`, EXIT.data)
    if (!confirmed) {
      console.log('什么也没有改。要移除，请运行 npm run remove-sample -- --confirm；移除后不能恢复，请先备份')
      return
    }
    await removeSample(payload, counts, (line) => console.log(line))
    console.log(
      '演示数据已经移除，登记和报道的内容没有动。公开网站由正在运行的发布进程跟上；没有运行的，下次 npm start 时跟上',
    )
  } finally {
    await payload.destroy()
  }
}

let code: number = EXIT.stopped
try {
  await show(confirm)
} catch (error) {
  if (!(error instanceof Refusal || error instanceof APIError)) throw error
  console.error(error.message)
  code = EXIT.data
}
process.exit(code)
