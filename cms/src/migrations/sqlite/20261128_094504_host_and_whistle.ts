import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`complaints\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`error_report\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`whistle_who\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`whistle_where\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`whistle_what\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`whistle_time\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`whistle_nobody\` text;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_complaints\` text;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_error_report\` text;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_whistle_who\` text;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_whistle_where\` text;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_whistle_what\` text;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_whistle_time\` text;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_whistle_nobody\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`complaints\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`error_report\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`whistle_who\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`whistle_where\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`whistle_what\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`whistle_time\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`whistle_nobody\`;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` DROP COLUMN \`version_complaints\`;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` DROP COLUMN \`version_error_report\`;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` DROP COLUMN \`version_whistle_who\`;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` DROP COLUMN \`version_whistle_where\`;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` DROP COLUMN \`version_whistle_what\`;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` DROP COLUMN \`version_whistle_time\`;`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` DROP COLUMN \`version_whistle_nobody\`;`)
}
