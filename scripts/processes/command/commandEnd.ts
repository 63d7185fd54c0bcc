import { saysDiskFull } from '#host/diskFull'
import { EXIT, Refusal } from './refusal.ts'

/** Runs a command's work and ends the process with its exit code: refusals in words, a full disk as a full disk. */
export async function endWith(what: string, work: () => Promise<void>): Promise<never> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) {
      console.error(error.message)
      process.exit(error.code)
    }
    if (saysDiskFull(String(error))) {
      console.error(`${what}时磁盘满了：请腾出空间再来。原来的内容没有变`)
      process.exit(EXIT.space)
    }
    console.error(`${what}没有成功：`, error)
    process.exit(EXIT.unexpected)
  }
  process.exit(EXIT.stopped)
}
