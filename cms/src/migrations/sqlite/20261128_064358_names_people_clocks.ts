import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases_timeline\` ADD \`upheld\` text;`)
  await db.run(sql`ALTER TABLE \`cases_timeline\` ADD \`until\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`handling_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` ADD \`upheld\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` ADD \`until\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_handling_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`full_name\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`former_names\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`other_names\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_full_name\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_former_names\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_other_names\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`deactivated\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`password_is_made\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`lock_until\` text;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`deactivated\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`password_is_made\`;`)
  await db.run(sql`ALTER TABLE \`cases_timeline\` DROP COLUMN \`upheld\`;`)
  await db.run(sql`ALTER TABLE \`cases_timeline\` DROP COLUMN \`until\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`handling_days\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` DROP COLUMN \`upheld\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` DROP COLUMN \`until\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_handling_days\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`full_name\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`former_names\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`other_names\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_full_name\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_former_names\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_other_names\`;`)
}
