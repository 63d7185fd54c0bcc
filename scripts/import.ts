// npm run import -- FILE --mapping NAME --as EMAIL [--dry-run] [--note WORDS --kind KIND] [--year N] [--json FILE]; with
// --undo ID --reason WORDS or --approve ID instead of a file: see `scripts/imports/`. 0, 20 file, 21 rows, 22 mapping.

import { givenNote } from '../cms/src/notes/givenNote.ts'
import { openPayload } from '../cms/src/openPayload.ts'
import { approve, undo } from './imports/endImport.ts'
import { runImport } from './imports/runImport.ts'
import { commandArguments } from './processes/command/commandArguments.ts'
import { endWith } from './processes/command/commandEnd.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'
import { planDatabase } from './processes/install/data.ts'

const USAGE =
  'npm run import -- 文件 --mapping 对照表 --as 邮箱 [--dry-run] [--note 说明 --kind 更正] [--year 年] [--json 文件]；撤销：npm run import -- --undo 第几次 --as 邮箱 --reason 理由；批准：npm run import -- --approve 第几次 --as 邮箱'

await endWith('导入', async () => {
  const { values, words } = commandArguments({
    usage: USAGE,
    options: {
      mapping: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'string' },
      note: { type: 'string' },
      kind: { type: 'string' },
      year: { type: 'string' },
      undo: { type: 'string' },
      approve: { type: 'string' },
      reason: { type: 'string' },
    },
    words: { least: 0, most: 1 },
  })
  const [file] = words
  const { mapping, as: email, json, note, kind, year } = values
  const missing = () => new Refusal(`少了参数。用法：${USAGE}`, EXIT.unexpected)
  if (!email) throw missing()
  const environment = readProcessEnvironment()
  if (environment.databaseFile !== null && planDatabase(environment).migrate)
    throw new Refusal('数据库还没有建好，或者要先升级：请先运行一次 npm start', EXIT.data)
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      console.log('正在停下，什么也不留……')
      stopping.abort()
    })
  const payload = await openPayload()
  const say = (line: string) => console.log(line)
  try {
    const end = { email, reason: values.reason }
    if (values.undo) return await undo(payload, { ...end, id: values.undo }, say)
    if (values.approve) return await approve(payload, { ...end, id: values.approve }, say)
    if (!file || !mapping) throw missing()
    const asked = {
      file,
      mapping,
      email,
      isDry: values['dry-run'] === true,
      json,
      note: givenNote({ changeNote: note, changeKind: kind }),
      year: year === undefined ? undefined : Number(year),
    }
    await runImport(payload, asked, say, stopping.signal)
  } finally {
    await payload.destroy()
  }
})
