import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`imports\` ADD \`problem\` text;`)
  await db.run(sql`ALTER TABLE \`imports\` ADD \`reserved\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`imports\` DROP COLUMN \`problem\`;`)
  await db.run(sql`ALTER TABLE \`imports\` DROP COLUMN \`reserved\`;`)
}
