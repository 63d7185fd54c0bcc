import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`departments\` ADD \`full_name\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`former_names\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`other_names\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_full_name\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_former_names\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_other_names\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`full_name\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`former_names\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`other_names\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_full_name\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_former_names\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_other_names\`;`)
}
