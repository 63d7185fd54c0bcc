import type { WordedChange } from './recordDeed.ts'

const FIELD = 'history'

/** What the deed of an erasure says of rows of the history that it emptied: which, so that no others can be. */
export const erasedRows = (ids: readonly (number | string)[]): WordedChange => ({
  field: FIELD,
  label: '历史里清掉内容的行',
  from: ids.length > 0 ? ids.join('、') : '没有',
  to: null,
})

/** The rows of the history that erasures emptied, as they said. */
export class Erased {
  readonly #ids: ReadonlySet<string>
  /** The last erasure that did not say which yet: it may have emptied any row before it. */
  readonly #untold: number

  /** @param deeds rows of the history that tell of erasures */
  constructor(deeds: readonly Record<string, unknown>[]) {
    const said = deeds.flatMap(({ changes }) => (changes ?? []) as WordedChange[])
    this.#ids = new Set(said.flatMap(({ field, from }) => (field === FIELD ? (from ?? '').split('、') : [])))
    const untold = deeds.filter(({ changesHash }) => !changesHash)
    this.#untold = Math.max(0, ...untold.map(({ createdAt }) => Date.parse(String(createdAt))))
  }

  has(row: { id: number | string; createdAt: string }): boolean {
    return this.#ids.has(String(row.id)) || Date.parse(row.createdAt) <= this.#untold
  }
}
