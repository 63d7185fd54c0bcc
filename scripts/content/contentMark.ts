import type { Payload } from 'payload'
import { EXIT, Refusal } from '../processes/command/refusal.ts'

export const CONTENTS = ['sample', 'seed', 'none'] as const
/** Which content a newsroom was started with. */
export type Content = (typeof CONTENTS)[number]

/** The content that the command line asks for, or null. Throws in words for another word. */
export function askedContent(args: readonly string[]): Content | null {
  const given = args.find((a) => a.startsWith('--content='))?.slice('--content='.length)
  if (given === undefined) return null
  const content = CONTENTS.find((c) => c === given)
  if (!content) throw new Refusal(`--content 只能是 ${CONTENTS.join('、')}，写的是 ${given}`, EXIT.data)
  return content
}

/** What a database remembers of its loading: begun with which content, and whether that was finished. */
export class ContentMark {
  private readonly payload: Payload
  private readonly begun: Content | null
  private readonly finished: boolean
  private readonly empty: boolean

  private constructor(payload: Payload, begun: Content | null, finished: boolean, empty: boolean) {
    this.payload = payload
    this.begun = begun
    this.finished = finished
    this.empty = empty
  }

  static async read(payload: Payload): Promise<ContentMark> {
    const { docs } = await payload.db.find({
      collection: 'loads',
      where: { recordType: { in: ['content', 'content-finished'] } },
      limit: 0,
      pagination: false,
    })
    const marks = docs as unknown as { recordType: string; references: string[] }[]
    const of = (type: string) =>
      marks.find((m) => m.recordType === type)?.references[0] as Content | undefined
    const settings = (await payload.db.findGlobal({ slug: 'site-settings' })) as
      | { updatedAt?: string }
      | undefined
    return new ContentMark(
      payload,
      of('content') ?? null,
      of('content-finished') !== undefined,
      !settings?.updatedAt,
    )
  }

  /**
   * What to load now: the asked content on an empty database (sample when nothing was asked), the rest of an
   * unfinished loading, otherwise nothing. Throws in words when other content is there than was asked for.
   */
  choose(asked: Content | null): Content | null {
    if (asked && this.begun && asked !== this.begun)
      throw new Refusal(
        `这个数据库装的是 ${this.begun}，要的是 ${asked}：请换一个 DATA_DIR 或 DATABASE_URL，或不写 --content`,
        EXIT.data,
      )
    if (this.begun) return this.finished ? null : this.begun
    return this.empty ? (asked ?? 'sample') : null
  }

  async begin(content: Content): Promise<void> {
    if (!this.begun)
      await this.payload.db.create({
        collection: 'loads',
        data: { recordType: 'content', references: [content] },
      })
  }

  async finish(): Promise<void> {
    const content = this.begun ? [this.begun] : ['done']
    await this.payload.db.create({
      collection: 'loads',
      data: { recordType: 'content-finished', references: content },
    })
  }
}
