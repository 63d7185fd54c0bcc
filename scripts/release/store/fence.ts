/** The lease went to another publisher: this one must make nothing public any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
  constructor() {
    super('另一台机器接手了发布：本机停止发布，等着接手')
  }
}

/** What stands between a finished release and its switch. */
export type Fence = {
  /** Number of the lease that this publisher holds; it is kept with every release. 0 where no lease is needed. */
  number: number
  /** @throws {LeaseLost} when another publisher holds the lease by now; an error when that cannot be known */
  check: () => Promise<void>
}

/** SQLite lives on one machine, where the publisher's lock is enough. */
export const NO_FENCE: Fence = { number: 0, check: async () => {} }
