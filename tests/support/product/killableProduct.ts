import { Killable } from '../killable/killable.ts'
import { within } from './startedProduct.ts'

/**
 * A newsroom and a publisher in processes of their own, each with another one beside it that takes over: whatever is
 * killed, the product goes on without a hand.
 */
export class KillableProduct {
  private readonly cmsArgs: string[]
  private newsrooms: Killable[] = []
  private publishers: Killable[] = []
  private last = ''

  /** @param cmsArgs arguments of the newsroom's process */
  constructor(cmsArgs: string[] = []) {
    this.cmsArgs = cmsArgs
  }

  /** Starts what is missing; returns when a newsroom answers and a publisher has compared everything. */
  async stand(): Promise<void> {
    this.newsrooms = this.newsrooms.filter((c) => !c.isGone)
    this.publishers = this.publishers.filter((c) => !c.isGone)
    while (this.newsrooms.length < 2) this.newsrooms.push(new Killable('cmsChild.ts', this.cmsArgs))
    while (this.publishers.length < 2) this.publishers.push(new Killable('publisherChild.ts'))
    const stands = await within(180_000, () => this.newsrooms[0]?.port !== 0 && this.publisher.ready)
    if (!stands) throw new Error(`the product does not stand:\n${this.words()}`)
  }

  /** Address of the newsroom's REST, with a slash at the end. */
  get api(): string {
    return `http://127.0.0.1:${this.newsrooms[0]?.port}/api/`
  }

  /** The publisher that works; the other one waits for its lock. */
  get publisher(): Killable {
    const working = this.publishers.find((p) => p.ready && !p.isGone) ?? this.publishers[0]
    if (!working) throw new Error('no publisher was started')
    return working
  }

  /** How many publishers say that they publish. */
  working(): number {
    return this.publishers.filter((p) => p.ready && !p.isGone).length
  }

  /** Lets the publisher kill itself at a named moment. Returns whether it did, within 20 s. */
  async publisherDiesAt(step: string, times: number): Promise<boolean> {
    const victim = this.publisher
    victim.at(step, 'SIGKILL', times)
    const died = await within(90_000, () => victim.isGone)
    if (!died) return false
    await victim.gone
    return victim.output.includes(`SIGKILL at ${step}`)
  }

  async kill(what: 'newsroom' | 'publisher' | 'everything'): Promise<void> {
    const victims =
      what === 'newsroom'
        ? this.newsrooms.slice(0, 1)
        : what === 'publisher'
          ? [this.publisher]
          : [...this.newsrooms, ...this.publishers]
    this.last = victims.map((v) => v.output.slice(-2000)).join('\n')
    await Promise.all(victims.map((v) => v.kill()))
  }

  /** The last words of everything, for the message of a failure. */
  words(): string {
    return (
      [...this.newsrooms, ...this.publishers].map((c) => c.output.slice(-3000)).join('\n---\n') + this.last
    )
  }

  async close(): Promise<void> {
    await Promise.all([...this.newsrooms, ...this.publishers].map((c) => c.kill()))
  }
}
