import { APIError, type Payload } from 'payload'
import { approveImport } from '../../cms/src/imports/commit/approveImport.ts'
import type { InTheWay } from '../../cms/src/imports/commit/inTheWay.ts'
import { undoImport } from '../../cms/src/imports/commit/undoImport.ts'
import { personOf } from '../../cms/src/imports/importer.ts'
import { givenWithdrawal } from '../../cms/src/withdrawals/givenWithdrawal.ts'
import { EXIT, Refusal } from '../processes/command/refusal.ts'
import { toldProgress } from './toldProgress.ts'

type Asked = {
  id: string
  email: string
  /** Why what was public is taken back; readers see it. */
  reason: string | undefined
}

type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>

/** The person whom a command names. @throws {Refusal} */
export async function neededPerson(payload: Payload, email: string): Promise<Person> {
  return (await personOf(payload, email)) ?? refuse(`没有 ${email} 这个人`)
}

/** Undoes a whole import. @throws {Refusal} 21 with every record that stands in the way, 1 anything else */
export async function undo(payload: Payload, asked: Asked, say: (line: string) => void): Promise<void> {
  const user = await neededPerson(payload, asked.email)
  const withdrawal = givenWithdrawal({ withdrawReason: asked.reason, withdrawNote: undefined })
  if (!withdrawal) refuse('撤销要写理由（--reason）：撤下的页上读者会看到')
  await inWords(() =>
    undoImport(
      payload,
      { id: idOf(payload, asked.id), user, withdrawal },
      { progress: toldProgress('撤销', say) },
    ),
  )
  say(`第 ${asked.id} 次导入撤销了`)
}

/** Approves an import that waits for a second person. @throws {Refusal} */
export async function approve(payload: Payload, asked: Asked, say: (line: string) => void): Promise<void> {
  const user = await neededPerson(payload, asked.email)
  await inWords(() =>
    approveImport(payload, { id: idOf(payload, asked.id), user }, { progress: toldProgress('公开', say) }),
  )
  say(`第 ${asked.id} 次导入公开了`)
}

const idOf = (payload: Payload, id: string) => (payload.db.defaultIDType === 'number' ? Number(id) : id)

async function inWords(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    const { inTheWay = [] } = (error.data ?? {}) as { inTheWay?: InTheWay[] }
    const each = inTheWay.map(({ table, key, reason }) => `${table} ${key}：${reason}`)
    throw new Refusal(
      [error.message, ...each].join('\n'),
      each.length > 0 ? EXIT.importRows : EXIT.unexpected,
    )
  }
}

function refuse(sentence: string): never {
  throw new Refusal(sentence, EXIT.unexpected)
}
