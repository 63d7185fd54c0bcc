type Data = Record<string, unknown>

/**
 * What a write asks of the bin. `deletedAt` with a value puts a record in, whatever else is sent; empty and alone, or of
 * what is in the bin (`trash=true`), it takes a record out. A form sends it empty with everything else: that asks nothing.
 * @param rest what the write brings beside it
 */
export function binAsked(deletedAt: unknown, rest: Data, trash: boolean | undefined): 'in' | 'out' | null {
  if (deletedAt === undefined) return null
  if (deletedAt !== null && deletedAt !== '') return 'in'
  return trash === true || Object.keys(rest).every((name) => name === '_status') ? 'out' : null
}

/**
 * The write that puts a record into the bin or takes it out, in place of the one that was asked for: nothing else of the
 * record changes by it, what comes out is a draft, and nobody's lock holds it up. The day is the clock's word.
 */
export function writeOfBin(bin: 'in' | 'out', isOfOne: boolean) {
  const deletedAt = bin === 'in' ? new Date().toISOString() : null
  return {
    data: { deletedAt, _status: 'draft' },
    draft: false,
    // What is there already is told so by name; of many, only those that are not are meant.
    trash: bin === 'out' || isOfOne,
    unpublishAllLocales: undefined,
    overrideLock: true,
  }
}
