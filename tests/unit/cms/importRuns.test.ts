import type { Payload } from 'payload'
import { expect, test } from 'vitest'
import { MappingUnfit } from '#domain/imports/fitMapping'
import { refuse } from '../../../cms/src/hooks/refuse.ts'
import { WorkLost } from '../../../cms/src/imports/commit/chunks.ts'
import { ImportUndecided } from '../../../cms/src/imports/commit/startImport.ts'
import { FileRefused } from '../../../cms/src/imports/fileRefused.ts'
import { beginRun, runState } from '../../../cms/src/imports/uploads/importRuns.ts'

test('a person is told what was said for him; a fault of the program goes to the log, in whatever language it speaks', async () => {
  const logged: unknown[] = []
  const payload = { logger: { error: (error: unknown) => logged.push(error) } } as unknown as Payload
  const end = async (name: string, error: () => unknown) => {
    beginRun(payload, name, async () => {
      throw error()
    })
    await expect.poll(() => runState(name).state).toBe('failed')
    return (runState(name) as { words: string }).words
  }
  const refused = () => {
    try {
      return refuse('件数不一样', 409)
    } catch (error) {
      return error
    }
  }
  for (const [i, error] of [
    refused(),
    new FileRefused('读不了'),
    new MappingUnfit('少一列'),
    new ImportUndecided(),
    new WorkLost(),
  ].entries())
    expect(await end(`told ${i}`, () => error)).toBe((error as Error).message)
  expect(logged).toEqual([])
  const faults = [new Error('快照里没有 cases 的 WS-2022-000001'), new TypeError('x is undefined')]
  for (const fault of faults) expect(await end(fault.message, () => fault)).toContain('出了故障')
  expect(logged).toEqual(faults)
})
