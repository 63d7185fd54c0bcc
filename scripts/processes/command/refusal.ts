import { saysDiskFull } from '#host/diskFull'

/** Exit codes that outsiders rely on. */
export const EXIT = {
  stopped: 0,
  unexpected: 1,
  install: 2,
  taken: 3,
  data: 4,
  space: 5,
  build: 6,
  release: 7,
  importFile: 20,
  importRows: 21,
  importMapping: 22,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** A start that cannot go on: one sentence for people, and the exit code. */
export class Refusal extends Error {
  readonly code: ExitCode
  constructor(sentence: string, code: ExitCode) {
    super(sentence)
    this.code = code
  }
}

/** An error that already speaks to people. */
const SENTENCE = /^\w*Error: .*[\u4e00-\u9fff].*$/gm

/** The refusal that a failed program's last words amount to: a full disk is a full disk wherever it shows. */
export function refusalOf(what: string, output: string, code: ExitCode, log: string): Refusal {
  if (saysDiskFull(output))
    return new Refusal(`${what}时磁盘满了。请腾出空间再启动；已公开的内容没有变`, EXIT.space)
  const sentence = output.match(SENTENCE)?.at(-1)
  if (sentence) return new Refusal(sentence.replace(/^(\w*Error): /, ''), code)
  if (/MongoServerSelectionError|cannot connect to MongoDB/i.test(output))
    return new Refusal(
      '连不上 MongoDB：请检查 DATABASE_URL 里的地址、密码和副本集名，以及它是否在运行',
      EXIT.data,
    )
  const last = output.trim().split('\n').slice(-12).join('\n')
  return new Refusal(`${what}没有成功。最后几行：\n${last}\n全部记录在 ${log}`, code)
}
