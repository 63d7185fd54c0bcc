import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { sheet, sheetRow, type Workbook, workbook } from '#domain/imports/workbook'
import { ROOT } from '../../env.ts'
import { FileRefused } from '../fileRefused.ts'
import { MOST_BYTES, MOST_MEMORY, MOST_TIME } from './limits.ts'

/** What the reading process says, a line each. */
const said = z.union([
  z.object({ row: sheetRow }),
  z.object({ sheet }),
  z.object({ workbook }),
  z.object({ end: z.literal(true) }),
  z.object({ refused: z.string() }),
])

/** Heap of the reading process in MB: the rest of its memory is for the file and what is unpacked of it. */
const HEAP_MB = 400
const LOOK_MS = 100
/** Exit code of a process whose heap was full. */
const OUT_OF_HEAP = 134
const TOO_MUCH = '读这个文件要的内存太多，没有读完：请只留要导入的表和列，或分成几个文件'
const UNREADABLE = '这个文件读不出来：请在 Excel 里打开它，另存为 .xlsx 再来'
const TOO_LONG = '一分钟还没有读完，没有再等：请只留要导入的表和列，或分成几个文件'

/** What the process may take: bytes of memory, milliseconds. */
type Bounds = { memory: number; time: number }

/**
 * Reads a file in a process of its own, which is ended when it takes more than 512 MB or 60 s.
 * @param name the name that the file was given with
 * @param most what it may take instead
 * @throws {FileRefused} in words
 */
export async function readInProcess(
  file: string,
  name: string,
  most: Bounds = { memory: MOST_MEMORY, time: MOST_TIME },
): Promise<Workbook> {
  if ((await stat(file)).size > MOST_BYTES) throw new FileRefused('文件超过 60 MB：请分成几个文件')
  const script = path.join(ROOT, 'cms/src/imports/reading/readingProcess.ts')
  const child = spawn(process.execPath, [...limits(file), script, file, name], {
    cwd: ROOT,
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let stopped: string | null = null
  const stop = (why: string) => {
    stopped ??= why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => stop(TOO_LONG), most.time)
  const looks = setInterval(() => {
    if (memoryOf(child.pid) > most.memory) stop(TOO_MUCH)
  }, LOOK_MS)
  const gone = new Promise<boolean>((resolve) =>
    child.once('close', (code, signal) => resolve(code === OUT_OF_HEAP || signal === 'SIGABRT')),
  )
  try {
    const read = await gathered(createInterface({ input: child.stdout }))
    if (read) return read
  } finally {
    clearTimeout(timer)
    clearInterval(looks)
    if (child.exitCode === null) child.kill('SIGKILL')
    await gone
  }
  throw new FileRefused(stopped ?? ((await gone) ? TOO_MUCH : UNREADABLE))
}

/** The process may read the product and this one file, and write, start and ask nothing. */
function limits(file: string): string[] {
  return [
    `--max-old-space-size=${HEAP_MB}`,
    '--permission',
    `--allow-fs-read=${path.join(ROOT, '*')}`,
    `--allow-fs-read=${path.resolve(file)}`,
  ]
}

/** The workbook as it was said; null when the process ended before its end. */
async function gathered(lines: AsyncIterable<string>): Promise<Workbook | null> {
  let read: Workbook | null = null
  for await (const line of lines) {
    const told = said.parse(JSON.parse(line))
    if ('refused' in told) throw new FileRefused(told.refused)
    if ('end' in told) return read
    if ('workbook' in told) read = told.workbook
    else if ('sheet' in told) read?.sheets.push(told.sheet)
    else read?.sheets.at(-1)?.rows.push(told.row)
  }
  return null
}

/** Bytes of memory that a process holds; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return pages * 4_096
  } catch {
    return 0
  }
}
