import { type Client, createClient } from '@libsql/client'

/**
 * One connection to an SQLite file that is closed and opened anew after any failure. libsql does not reset a statement
 * that failed: what the connection did next would keep its locks, or show its readers an old state, until the garbage
 * collector came by.
 */
export class Connection {
  private readonly url: string
  private readonly pragmas: string
  private open: { client: Client; ready: Promise<void> } | null = null
  private closed = false

  /** @param pragmas set before anything else, each time that it is opened */
  constructor(url: string, pragmas: string) {
    this.url = url
    this.pragmas = pragmas
  }

  /** The connection, ready to be used; whoever sees a statement fail on it calls `renew` as soon as it holds nothing. */
  async client(): Promise<Client> {
    if (this.closed) throw new Error('the database is closed')
    if (!this.open) {
      const client = createClient({ url: this.url })
      this.open = { client, ready: client.executeMultiple(this.pragmas) }
    }
    const { client, ready } = this.open
    try {
      await ready
    } catch (error) {
      this.renew()
      throw error
    }
    return client
  }

  /** Does one thing on the connection. A failure frees at once whatever it held. */
  async run<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = await this.client()
    try {
      return await work(client)
    } catch (error) {
      this.renew()
      throw error
    }
  }

  /** Closes it; the next use opens it anew. */
  renew(): void {
    this.open?.client.close()
    this.open = null
  }

  /** Closes it for good. */
  close(): void {
    this.closed = true
    this.renew()
  }
}
