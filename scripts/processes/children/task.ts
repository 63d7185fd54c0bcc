import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'
import { WANTS_REHEARSAL } from '#host/rehearsalSocket'
import { childEnvironment, ROOT } from '../command/environment.ts'
import { LogFile } from './logFile.ts'

const EXIT_WITH_PARENT = path.join(ROOT, 'scripts', 'processes', 'children', 'exitWithParent.ts')
/** How much of a task's output is kept for the sentence about its failure, in characters. */
const TAIL = 8_000

export const report = z.object({
  ready: z.boolean().optional(),
  progress: z.string().optional(),
  /** A line for the person who started the product, printed before READY. */
  line: z.string().optional(),
  /** At which step it is: said at least every ten seconds by a child that is watched. */
  beat: z.string().optional(),
  /** Ready to take over, while another machine publishes: here nothing need be public yet. */
  standby: z.boolean().optional(),
  /** Another child that it needs now: see `OnDemand`. */
  wants: z.literal(WANTS_REHEARSAL.wants).optional(),
  refused: z.string().optional(),
  code: z.number().int().optional(),
})
/** What a child may say over IPC. */
export type Report = z.infer<typeof report>

/** Node's arguments for a child that must not outlive this process. */
export const childArguments = (args: string[]): string[] => ['--import', EXIT_WITH_PARENT, ...args]

export type Task = {
  /** Name of its log. */
  name: string
  /** Script and arguments, given to this process's Node. */
  args: string[]
  env?: Record<string, string>
  /** Whether it may know what opens the newsroom and its database; yes unless told. */
  trusted?: boolean
  dataDir: string
  onReport?: (said: Report) => void
  onStart?: (pid: number) => void
}
export type TaskEnd = { code: number | null; output: string; refused: string | null; log: string }

const running = new Set<ChildProcess>()

/** Runs a child to its end; its output goes to its log, its reports to `onReport`. Never throws for a failed child. */
export function runTask(task: Task): Promise<TaskEnd> {
  const log = new LogFile(task.dataDir, task.name)
  const child = spawn(process.execPath, childArguments(task.args), {
    cwd: ROOT,
    env: childEnvironment(task.env, task.trusted),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own, so that what a build starts ends with it.
    detached: true,
  })
  running.add(child)
  if (child.pid) task.onStart?.(child.pid)
  let output = ''
  let refused: string | null = null
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      log.write(data)
      output = (output + data.toString()).slice(-TAIL)
    })
  child.on('message', (message) => {
    const said = report.safeParse(message)
    if (!said.success) return
    if (said.data.refused) refused = said.data.refused
    task.onReport?.(said.data)
  })
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      running.delete(child)
      resolve({ code, output, refused, log: log.file })
    }
    child.on('error', (error) => {
      output += error.message
      end(null)
    })
    child.on('close', end)
  })
}

/** Ends every task that still runs, with all that it started. */
export function endTasks(): void {
  for (const child of running) {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {
      child.kill('SIGKILL')
    }
  }
}
