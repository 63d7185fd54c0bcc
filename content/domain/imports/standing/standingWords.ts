import { undecided } from '../../private/decisions.ts'
import { privateFields } from '../../private/privateFields.ts'
import { TABLES } from '../../records/snapshot.ts'
import type { Reason } from '../importPlan.ts'
import type { ImportTable } from '../importTables.ts'
import type { ImportWorld } from '../importWorld.ts'

/**
 * What keeps a record from being public that the file does not say: private words in the texts that it leaves as they
 * are, where nobody has decided on them.
 * @param changed fields that the file says
 */
export function standingWords(
  table: ImportTable,
  key: string,
  record: Readonly<Record<string, unknown>>,
  changed: ReadonlySet<string>,
  { decisions }: Pick<ImportWorld, 'decisions'>,
): Reason[] {
  const left = Object.fromEntries(Object.entries(record).filter(([name]) => !changed.has(name)))
  const finds = privateFields(left)
  const open = new Set(undecided(finds, decisions.get(key) ?? []))
  return finds
    .filter((find) => find.span.strength === 'certain' || open.has(find))
    .map(({ field, span: { kind, masked } }) => ({
      kind: 'neighbour',
      text: `编辑部里的${TABLES[table].label}${key}有${kind}（${masked}），文件没有改到那里：请先在后台处理它，再导入`,
      field,
    }))
}
