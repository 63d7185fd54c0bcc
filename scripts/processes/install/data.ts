import { existsSync } from 'node:fs'
import path from 'node:path'
import { runTask } from '../children/task.ts'
import { type ProcessEnvironment, ROOT } from '../command/environment.ts'
import { EXIT, type ExitCode, Refusal, refusalOf } from '../command/refusal.ts'
import type { Steps } from '../command/steps.ts'
import { copyBeforeMigration, inspectDatabase, migrationNames } from './databaseFile.ts'

export type DataEffects = {
  steps: Steps
  /** A line for now. */
  say: (line: string) => void
  /** A line for just before READY. */
  announce: (line: string) => void
  now: () => Date
}

/** What the database needs before it can be used; asked before anything is started. */
export type DatabasePlan = { migrate: boolean; copyFirst: string | null }

/** Looks at the database and changes nothing. Throws a Refusal (4) in words when it is broken or not ours. */
export function planDatabase(environment: ProcessEnvironment): DatabasePlan {
  const file = environment.databaseFile
  // MongoDB has no tables to prepare; its data migrations are asked for each time.
  if (file === null) return { migrate: true, copyFirst: null }
  const migrations = migrationNames(path.join(ROOT, 'cms', 'src', 'migrations', 'sqlite'))
  const state = inspectDatabase(file, migrations, existsSync(path.join(environment.dataDir, 'public')))
  const migrate = state.pending.length > 0
  return { migrate, copyFirst: migrate && state.exists ? file : null }
}

/**
 * Brings the database to this code's tables, loads what was asked for, sees to the first administrator.
 * @param content what `--content=` asked for, or null
 * @throws {Refusal} 4, or 5 when the disk is full
 */
export async function prepareData(
  environment: ProcessEnvironment,
  plan: DatabasePlan,
  content: string | null,
  effects: DataEffects,
): Promise<void> {
  const { dataDir } = environment
  if (plan.copyFirst) {
    const copy = await copyBeforeMigration(plan.copyFirst, dataDir, effects.now())
    effects.say(`  数据库要升级，升级前的备份：${copy}`)
  }
  if (plan.migrate) await step('准备数据库', 'migrate', ['scripts/processes/install/migrate.ts'])
  await step('装入内容', 'seed', ['scripts/seed.ts', ...(content === null ? [] : [`--content=${content}`])])
  await step('准备登录', 'prepare', ['scripts/processes/install/prepare.ts'])

  async function step(what: string, name: string, args: string[]): Promise<void> {
    await effects.steps.run(what, async (note) => {
      const end = await runTask({
        name,
        args,
        dataDir,
        onReport: ({ progress, line }) => {
          if (progress) note(progress)
          if (line) effects.announce(line)
        },
      })
      if (end.code === 0) return
      if (end.refused) throw new Refusal(end.refused, (end.code as ExitCode | null) ?? EXIT.data)
      throw refusalOf(what, end.output, EXIT.data, end.log)
    })
  }
}
