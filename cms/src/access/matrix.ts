import { type GlobalName, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import type { Role } from '#domain/vocabulary'

/**
 * How far a right reaches: nothing; what is one's own; that and what everybody may read anyway; everything. Whose a
 * record is, `ownRecords.ts` says.
 */
export type Reach = 'none' | 'own' | 'own and public' | 'all'

/**
 * What can be done. `readPrivate` is the fields that never leave the newsroom; `submit` hands a draft in, `return` gives it
 * back with a reason; `publish` is every act that changes what readers see: approve, schedule, publish, correct, withdraw.
 */
export const OPERATIONS = [
  'create',
  'read',
  'readPrivate',
  'readVersions',
  'update',
  'submit',
  'return',
  'publish',
  'delete',
] as const
export type Operation = (typeof OPERATIONS)[number]

/** Everything that has rights of its own: collections and globals by their slugs. */
export type Place =
  | TableName
  | GlobalName
  | 'media'
  | 'challenges'
  | 'users'
  | 'acts'
  | 'tombstones'
  | 'history'
  | 'history-chain'
  | 'outbox'
  | 'loads'
  | 'upgrades'
  | 'import-mappings'
  | 'imported-rows'
  | 'imports'
  | 'import-records'
  | 'steps'
  | 'newsroom-settings'

type Rights = Record<Operation, Readonly<Record<Role, Reach>>>

const none = 'none'
const own = 'own'
const open = 'own and public'
const all = 'all'

const row = (
  contributor: Reach,
  editor: Reach,
  publisher: Reach,
  administrator: Reach,
  auditor: Reach,
): Record<Role, Reach> => ({ contributor, editor, publisher, administrator, auditor })

const NOBODY = row(none, none, none, none, none)

/** The rights of a place; what is not named is nobody's. */
const rights = (given: Partial<Rights>): Rights => ({
  ...(Object.fromEntries(OPERATIONS.map((operation) => [operation, NOBODY])) as Rights),
  ...given,
})

/* The columns of every row: contributor, editor, publisher, administrator, auditor. */

const RECORD = rights({
  create: row(own, all, all, all, none),
  read: row(open, all, all, all, all),
  readPrivate: row(own, all, all, all, none),
  readVersions: row(own, all, all, all, all),
  update: row(own, all, all, all, none),
  submit: row(own, all, all, all, none),
  return: row(none, all, all, all, none),
  publish: row(none, none, all, all, none),
  delete: row(none, none, all, all, none),
})

/** Who may do what, in one table: access rules, hooks, screens and tests all read it. */
export const MATRIX: Record<Place, Rights> = {
  ...(Object.fromEntries(TABLE_NAMES.map((table) => [table, RECORD])) as Record<TableName, Rights>),
  media: rights({
    create: row(own, all, all, all, none),
    read: row(own, all, all, all, all),
    readPrivate: row(own, all, all, all, none),
    update: row(own, all, all, all, none),
    publish: row(none, none, all, all, none),
    delete: row(none, none, all, all, none),
  }),
  challenges: rights({
    create: row(own, all, all, all, none),
    read: row(own, all, all, all, all),
    readVersions: row(own, all, all, all, all),
    update: row(none, all, all, all, none),
    delete: row(none, none, all, all, none),
  }),
  users: rights({
    create: row(none, none, none, all, none),
    read: row(own, all, all, all, all),
    readPrivate: row(own, own, own, all, own),
    update: row(own, own, own, all, own),
  }),
  synonyms: rights({
    read: row(all, all, all, all, all),
    readVersions: row(all, all, all, all, all),
    update: row(none, none, all, all, none),
  }),
  'site-settings': rights({
    read: row(all, all, all, all, all),
    readVersions: row(all, all, all, all, all),
    update: row(none, none, none, all, none),
  }),
  'newsroom-settings': rights({
    read: row(all, all, all, all, all),
    readVersions: row(none, all, all, all, all),
    update: row(none, none, none, all, none),
  }),
  acts: rights({ read: row(none, all, all, all, all) }),
  tombstones: rights({ read: row(none, all, all, all, all) }),
  history: rights({ read: row(none, all, all, all, all) }),
  'history-chain': rights({}),
  outbox: rights({}),
  loads: rights({}),
  upgrades: rights({}),
  'import-mappings': rights({
    create: row(none, all, all, all, none),
    read: row(none, all, all, all, all),
    delete: row(none, none, all, all, none),
  }),
  'imported-rows': rights({}),
  imports: rights({ read: row(none, all, all, all, all) }),
  'import-records': rights({}),
  steps: rights({ read: row(none, all, all, all, all) }),
}

/** How far the right of a role reaches; nothing for nobody. */
export const reachOf = (role: Role | null, place: Place, operation: Operation): Reach =>
  role === null ? 'none' : MATRIX[place][operation][role]
