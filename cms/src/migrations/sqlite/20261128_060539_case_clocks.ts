import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases_timeline\` ADD \`upheld\` text;`)
  await db.run(sql`ALTER TABLE \`cases_timeline\` ADD \`until\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`handling_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` ADD \`upheld\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` ADD \`until\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_handling_days\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases_timeline\` DROP COLUMN \`upheld\`;`)
  await db.run(sql`ALTER TABLE \`cases_timeline\` DROP COLUMN \`until\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`handling_days\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` DROP COLUMN \`upheld\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` DROP COLUMN \`until\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_handling_days\`;`)
}
