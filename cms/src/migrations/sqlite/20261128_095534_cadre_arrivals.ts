import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases_timeline\` ADD \`post\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` ADD \`post\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases_timeline\` DROP COLUMN \`post\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` DROP COLUMN \`post\`;`)
}
