import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../../scripts/processes/command/environment.ts'

/** Sets of questions whose right answers were written down before the search was tuned. */
export const SETS = ['everyday', 'typo', 'pinyin', 'names', 'cases'] as const
export type SetName = (typeof SETS)[number]
const FOLDER = path.join(ROOT, 'tests', 'search', 'sets')

export type SetQuestion = {
  set: SetName
  /** Looked at while tuning, or only ever reported. */
  half: string
  text: string
  /** Codes of duties that answer it. */
  duties: readonly string[]
  /** Keys of the records that it looks for. */
  keys: readonly string[]
}

/** All questions of all sets. Throws when a file lacks its columns. */
export function readSets(): SetQuestion[] {
  return SETS.flatMap((set) => {
    const [head = '', ...lines] = readFileSync(path.join(FOLDER, `${set}.tsv`), 'utf8')
      .trim()
      .split('\n')
    const columns = head.split('\t')
    if (!columns.includes('half') || !columns.includes('query'))
      throw new Error(`${set}.tsv 没有 half、query 两列`)
    return lines.map((line) => {
      const cells = line.split('\t')
      const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
      const list = (name: string) => cell(name).split(';').filter(Boolean)
      const paths = list('path').map((address) => path.basename(address, '.html'))
      return {
        set,
        half: cell('half'),
        text: cell('query'),
        duties: list('duties'),
        keys: [...list('cases'), ...list('references'), ...paths],
      }
    })
  })
}
