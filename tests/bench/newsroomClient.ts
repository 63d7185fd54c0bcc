import { EDITOR } from './product.ts'

/** What an editor says of a change and of a withdrawal. */
const REASONS = { changeNote: '量速度', changeKind: 'correction', withdrawReason: 'mistaken' }

/** What the bench does as an editor: through REST, as a script of an outsider would. */
export class NewsroomClient {
  private readonly cms: string
  private readonly token: string

  private constructor(cms: string, token: string) {
    this.cms = cms
    this.token = token
  }

  /** @param admin address of the admin, as in run.json */
  static async signIn(admin: string): Promise<NewsroomClient> {
    const cms = new URL(admin).origin
    const answer = await fetch(`${cms}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(EDITOR),
    })
    const { token } = (await answer.json()) as { token?: string }
    if (!token) throw new Error(`登录没有成功（${answer.status}）`)
    return new NewsroomClient(cms, token)
  }

  /** A record as the newsroom keeps it. */
  async record(collection: string, field: string, key: string): Promise<Record<string, unknown>> {
    const found = await this.ask('GET', `${collection}?where[${field}][equals]=${key}&limit=1&depth=0`)
    const [doc] = (found.docs ?? []) as Record<string, unknown>[]
    if (!doc) throw new Error(`编辑部里没有 ${collection} ${key}`)
    return doc
  }

  /** Changes or takes back a record, with the reasons that an editor gives, and returns when the answer came (milliseconds of `performance.now`). */
  async change(collection: string, id: unknown, body: object): Promise<number> {
    await this.ask('PATCH', `${collection}/${String(id)}`, { ...REASONS, ...body })
    return performance.now()
  }

  async create(collection: string, body: object): Promise<{ at: number; id: unknown }> {
    const made = (await this.ask('POST', collection, body)) as { doc: { id: unknown } }
    return { at: performance.now(), id: made.doc.id }
  }

  /** Uploads a photo with the words beside it. */
  async upload(photo: Buffer, alt: string): Promise<void> {
    const body = new FormData()
    body.set('file', new File([new Uint8Array(photo)], 'photo.jpg', { type: 'image/jpeg' }))
    body.set('_payload', JSON.stringify({ alt, stage: 'before', looked: 'clear' }))
    const headers = { authorization: `JWT ${this.token}` }
    const answer = await fetch(`${this.cms}/api/media`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`上传照片：${answer.status} ${(await answer.text()).slice(0, 300)}`)
  }

  /** Asks what publishing a record with a change would change. Returns whether that was said; otherwise it gets ready. */
  async rehearse(recordType: string, doc: Record<string, unknown>, change: object): Promise<boolean> {
    const data = { ...doc, ...REASONS, ...change }
    const said = await this.ask('POST', 'rehearsal', { recordType, id: doc.id, data, of: 'changes' })
    if (said.state === 'ready' && !said.report)
      throw new Error(`没有预演成：${JSON.stringify(said.faults).slice(0, 300)}`)
    return said.state === 'ready'
  }

  async status(): Promise<{
    state: string
    release: string | null
    searchRelease: string | null
    pending: number
  }> {
    return (await this.ask('GET', 'release-status')) as never
  }

  private async ask(method: string, address: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.cms}/api/${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `JWT ${this.token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${address}：${answer.status} ${text.slice(0, 300)}`)
    return JSON.parse(text) as Record<string, unknown>
  }
}
