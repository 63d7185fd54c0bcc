/** Who may publish from a MongoDB that several machines share. One document; its number rises with every holder. */
export type Lease = {
  /** Identity of the holder's `DATA_DIR`: only one publisher at a time can hold its lock. */
  home: string
  /** Machine and folder of the holder, for people. */
  place: string
  /** How often the lease has changed hands. */
  number: number
  /** Rises while the holder lives; one that stands still is a holder that is gone. */
  beat: number
  /** The holder stopped and gave it back. */
  free: boolean
}
/** Who takes a lease. */
export type Taker = Pick<Lease, 'home' | 'place'>

type Stored = Lease & { _id: 'publisher' }
type Filter = Partial<Stored>
export type LeaseCollection = {
  findOne: (filter: Filter) => Promise<Stored | null>
  insertOne: (doc: Stored) => Promise<unknown>
  findOneAndUpdate: (
    filter: Filter,
    update: { $set?: Partial<Lease>; $inc?: Partial<Lease> },
    options: { returnDocument: 'after' },
  ) => Promise<Stored | null>
}
/** A connection to the database. */
export type LeaseDatabase = { collection: (name: string) => LeaseCollection }

/** Where the lease is kept. It belongs to the machines that run now: no backup holds it and no restore touches it. */
export const LEASE_COLLECTION = 'publisher-lease'
const DUPLICATE = 11000

/** The lease of a MongoDB. Every change is one atomic step of a single document, held by a majority before it counts. */
export class PublisherLease {
  private readonly leases: LeaseCollection

  constructor(database: LeaseDatabase) {
    this.leases = database.collection(LEASE_COLLECTION)
  }

  /** The lease as it stands; null before the first holder. */
  async read(): Promise<Lease | null> {
    return this.leases.findOne({ _id: 'publisher' })
  }

  /**
   * Takes the lease if it still is as it was seen.
   * @returns the new number, or null when somebody else was quicker or the holder lives after all
   */
  async take(seen: Lease | null, taker: Taker): Promise<number | null> {
    if (!seen) {
      try {
        await this.leases.insertOne({ _id: 'publisher', ...taker, number: 1, beat: 0, free: false })
        return 1
      } catch (error) {
        if ((error as { code?: number }).code === DUPLICATE) return null
        throw error
      }
    }
    const { number, beat } = seen
    const mine = await this.leases.findOneAndUpdate(
      { _id: 'publisher', number, beat },
      { $set: { ...taker, free: false }, $inc: { number: 1 } },
      { returnDocument: 'after' },
    )
    return mine?.number ?? null
  }

  /** Shows that the holder of this number lives. Returns false when the lease has another number by now. */
  async beat(number: number): Promise<boolean> {
    const mine = await this.leases.findOneAndUpdate(
      { _id: 'publisher', number },
      { $inc: { beat: 1 } },
      { returnDocument: 'after' },
    )
    return mine !== null
  }

  /** Gives the lease back, so that nobody need wait. */
  async giveBack(number: number): Promise<void> {
    await this.leases.findOneAndUpdate(
      { _id: 'publisher', number },
      { $set: { free: true } },
      { returnDocument: 'after' },
    )
  }
}
