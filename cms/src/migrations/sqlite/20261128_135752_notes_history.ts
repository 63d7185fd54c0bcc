import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`tombstones\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`record_type\` text NOT NULL,
  	\`reference\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`words\` text,
  	\`day\` text NOT NULL,
  	\`returned_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`tombstones_reference_idx\` ON \`tombstones\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`tombstones_updated_at_idx\` ON \`tombstones\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tombstones_created_at_idx\` ON \`tombstones\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`history\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`person_name\` text,
  	\`deed\` text NOT NULL,
  	\`record_type\` text NOT NULL,
  	\`reference\` text NOT NULL,
  	\`kind\` text,
  	\`note\` text,
  	\`changes\` text,
  	\`changes_hash\` text,
  	\`at\` text NOT NULL,
  	\`person_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`history_reference_idx\` ON \`history\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`history_at_idx\` ON \`history\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`history_person_idx\` ON \`history\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`history_updated_at_idx\` ON \`history\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`history_created_at_idx\` ON \`history\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`history_chain\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`rows\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`hash\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`history_chain_position_idx\` ON \`history_chain\` (\`position\`);`)
  await db.run(sql`CREATE INDEX \`history_chain_updated_at_idx\` ON \`history_chain\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`history_chain_created_at_idx\` ON \`history_chain\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`review_meetings\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`review_meetings\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`review_meetings\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_review_meetings_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_review_meetings_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_review_meetings_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`practices\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`practices\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`practices\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_practices_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_practices_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_practices_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`reported_figures\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`reported_figures\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`reported_figures\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_reported_figures_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_reported_figures_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_reported_figures_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_sources_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_sources_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_sources_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`duties\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`duties\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`duties\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_duties_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_duties_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_duties_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`areas\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`areas\` ADD \`public_note\` text;`)
  await db.run(sql`ALTER TABLE \`areas\` ADD \`public_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_areas_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_areas_v\` ADD \`version_public_note\` text;`)
  await db.run(sql`ALTER TABLE \`_areas_v\` ADD \`version_public_kind\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`tombstones\`;`)
  await db.run(sql`DROP TABLE \`history\`;`)
  await db.run(sql`DROP TABLE \`history_chain\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`review_meetings\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`review_meetings\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`review_meetings\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_review_meetings_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_review_meetings_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_review_meetings_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`practices\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`practices\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`practices\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_practices_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_practices_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_practices_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`reported_figures\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`reported_figures\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`reported_figures\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_reported_figures_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_reported_figures_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_reported_figures_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_sources_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_sources_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_sources_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`duties\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`duties\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`duties\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_duties_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_duties_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_duties_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`departments\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_departments_v\` DROP COLUMN \`version_public_kind\`;`)
  await db.run(sql`ALTER TABLE \`areas\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`areas\` DROP COLUMN \`public_note\`;`)
  await db.run(sql`ALTER TABLE \`areas\` DROP COLUMN \`public_kind\`;`)
  await db.run(sql`ALTER TABLE \`_areas_v\` DROP COLUMN \`version_change_kind\`;`)
  await db.run(sql`ALTER TABLE \`_areas_v\` DROP COLUMN \`version_public_note\`;`)
  await db.run(sql`ALTER TABLE \`_areas_v\` DROP COLUMN \`version_public_kind\`;`)
}
