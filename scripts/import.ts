// npm run import -- FILE --mapping NAME --as EMAIL --dry-run [--json FILE]: what `scripts/imports/runImport.ts` does,
// from the terminal. NAME is a saved mapping or a .json file. 0, 20 file refused, 21 rows want a person, 22 no mapping.
import { openPayload } from '../cms/src/openPayload.ts'
import { runImport } from './imports/runImport.ts'
import { commandArguments } from './processes/command/commandArguments.ts'
import { endWith } from './processes/command/commandEnd.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'
import { planDatabase } from './processes/install/data.ts'

const USAGE = 'npm run import -- 文件 --mapping 对照表 --as 邮箱 --dry-run [--json 文件]'

await endWith('导入', async () => {
  const { values, words } = commandArguments({
    usage: USAGE,
    options: {
      mapping: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'string' },
    },
    words: { least: 1, most: 1 },
  })
  const [file] = words as [string]
  const { mapping, as: email, json } = values
  if (!mapping || !email) throw new Refusal(`少了参数。用法：${USAGE}`, EXIT.unexpected)
  const environment = readProcessEnvironment()
  if (environment.databaseFile !== null && planDatabase(environment).migrate)
    throw new Refusal('数据库还没有建好，或者要先升级：请先运行一次 npm start', EXIT.data)
  const payload = await openPayload()
  try {
    await runImport(payload, { file, mapping, email, isDry: values['dry-run'] === true, json }, (line) =>
      console.log(line),
    )
  } finally {
    await payload.destroy()
  }
})
