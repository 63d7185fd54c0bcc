import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`users_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`areas_id\` integer,
  	\`departments_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`areas_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`departments_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_rels_order_idx\` ON \`users_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_parent_idx\` ON \`users_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_path_idx\` ON \`users_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_areas_id_idx\` ON \`users_rels\` (\`areas_id\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_departments_id_idx\` ON \`users_rels\` (\`departments_id\`);`)
  await db.run(sql`CREATE TABLE \`upgrades\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`upgrades_name_idx\` ON \`upgrades\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`upgrades_updated_at_idx\` ON \`upgrades\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`upgrades_created_at_idx\` ON \`upgrades\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`newsroom_settings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`four_eyes\` integer DEFAULT false,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`_newsroom_settings_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`version_four_eyes\` integer DEFAULT false,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_newsroom_settings_v_created_at_idx\` ON \`_newsroom_settings_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_newsroom_settings_v_updated_at_idx\` ON \`_newsroom_settings_v\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`cases_created_by_idx\` ON \`cases\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_created_by_idx\` ON \`_cases_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`notices_created_by_idx\` ON \`notices\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_created_by_idx\` ON \`_notices_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`review_meetings\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`review_meetings_created_by_idx\` ON \`review_meetings\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_review_meetings_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_version_version_created_by_idx\` ON \`_review_meetings_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`practices\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`practices_created_by_idx\` ON \`practices\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_practices_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_practices_v_version_version_created_by_idx\` ON \`_practices_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`reported_figures\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`reported_figures_created_by_idx\` ON \`reported_figures\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_reported_figures_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_version_version_created_by_idx\` ON \`_reported_figures_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`sources_created_by_idx\` ON \`sources\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_sources_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_sources_v_version_version_created_by_idx\` ON \`_sources_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`pages_created_by_idx\` ON \`pages\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_by_idx\` ON \`_pages_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`media_created_by_idx\` ON \`media\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`challenges\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`challenges_created_by_idx\` ON \`challenges\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_challenges_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_challenges_v_version_version_created_by_idx\` ON \`_challenges_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`duties\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`duties_created_by_idx\` ON \`duties\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_duties_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_duties_v_version_version_created_by_idx\` ON \`_duties_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`departments_created_by_idx\` ON \`departments\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_created_by_idx\` ON \`_departments_v\` (\`version_created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`areas\` ADD \`created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`areas_created_by_idx\` ON \`areas\` (\`created_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_areas_v\` ADD \`version_created_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_created_by_idx\` ON \`_areas_v\` (\`version_created_by_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`users_rels\`;`)
  await db.run(sql`DROP TABLE \`upgrades\`;`)
  await db.run(sql`DROP TABLE \`newsroom_settings\`;`)
  await db.run(sql`DROP TABLE \`_newsroom_settings_v\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_cases\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`reference\` text,
  	\`kind\` text,
  	\`urgency\` text,
  	\`description\` text,
  	\`area_id\` integer,
  	\`place\` text,
  	\`lead_id\` integer,
  	\`arrival_hours\` numeric,
  	\`handling_days\` numeric,
  	\`status\` text,
  	\`outcome\` text,
  	\`open_reason\` text,
  	\`closed_by\` text,
  	\`evidence\` text,
  	\`satisfaction_asked\` numeric,
  	\`satisfaction_satisfied\` numeric,
  	\`satisfaction_households\` numeric,
  	\`reporter_name\` text,
  	\`reporter_phone\` text,
  	\`internal_note\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`area_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_cases\`("id", "title", "reference", "kind", "urgency", "description", "area_id", "place", "lead_id", "arrival_hours", "handling_days", "status", "outcome", "open_reason", "closed_by", "evidence", "satisfaction_asked", "satisfaction_satisfied", "satisfaction_households", "reporter_name", "reporter_phone", "internal_note", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "title", "reference", "kind", "urgency", "description", "area_id", "place", "lead_id", "arrival_hours", "handling_days", "status", "outcome", "open_reason", "closed_by", "evidence", "satisfaction_asked", "satisfaction_satisfied", "satisfaction_households", "reporter_name", "reporter_phone", "internal_note", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`cases\`;`)
  await db.run(sql`DROP TABLE \`cases\`;`)
  await db.run(sql`ALTER TABLE \`__new_cases\` RENAME TO \`cases\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`cases_reference_idx\` ON \`cases\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`cases_area_idx\` ON \`cases\` (\`area_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_lead_idx\` ON \`cases\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_updated_by_idx\` ON \`cases\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_updated_at_idx\` ON \`cases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cases_created_at_idx\` ON \`cases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`cases__status_idx\` ON \`cases\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__cases_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_reference\` text,
  	\`version_kind\` text,
  	\`version_urgency\` text,
  	\`version_description\` text,
  	\`version_area_id\` integer,
  	\`version_place\` text,
  	\`version_lead_id\` integer,
  	\`version_arrival_hours\` numeric,
  	\`version_handling_days\` numeric,
  	\`version_status\` text,
  	\`version_outcome\` text,
  	\`version_open_reason\` text,
  	\`version_closed_by\` text,
  	\`version_evidence\` text,
  	\`version_satisfaction_asked\` numeric,
  	\`version_satisfaction_satisfied\` numeric,
  	\`version_satisfaction_households\` numeric,
  	\`version_reporter_name\` text,
  	\`version_reporter_phone\` text,
  	\`version_internal_note\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_area_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_lead_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__cases_v\`("id", "parent_id", "version_title", "version_reference", "version_kind", "version_urgency", "version_description", "version_area_id", "version_place", "version_lead_id", "version_arrival_hours", "version_handling_days", "version_status", "version_outcome", "version_open_reason", "version_closed_by", "version_evidence", "version_satisfaction_asked", "version_satisfaction_satisfied", "version_satisfaction_households", "version_reporter_name", "version_reporter_phone", "version_internal_note", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_title", "version_reference", "version_kind", "version_urgency", "version_description", "version_area_id", "version_place", "version_lead_id", "version_arrival_hours", "version_handling_days", "version_status", "version_outcome", "version_open_reason", "version_closed_by", "version_evidence", "version_satisfaction_asked", "version_satisfaction_satisfied", "version_satisfaction_households", "version_reporter_name", "version_reporter_phone", "version_internal_note", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_cases_v\`;`)
  await db.run(sql`DROP TABLE \`_cases_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__cases_v\` RENAME TO \`_cases_v\`;`)
  await db.run(sql`CREATE INDEX \`_cases_v_parent_idx\` ON \`_cases_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_reference_idx\` ON \`_cases_v\` (\`version_reference\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_area_idx\` ON \`_cases_v\` (\`version_area_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_lead_idx\` ON \`_cases_v\` (\`version_lead_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_updated_by_idx\` ON \`_cases_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_updated_at_idx\` ON \`_cases_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_created_at_idx\` ON \`_cases_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version__status_idx\` ON \`_cases_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_created_at_idx\` ON \`_cases_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_updated_at_idx\` ON \`_cases_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_latest_idx\` ON \`_cases_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_notices\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`number\` text,
  	\`document_number\` text,
  	\`kind\` text,
  	\`issuer\` text,
  	\`recipient_id\` integer,
  	\`case_id\` integer,
  	\`issued_on\` text,
  	\`due_on\` text,
  	\`reason\` text,
  	\`outcome\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`recipient_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`case_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_notices\`("id", "number", "document_number", "kind", "issuer", "recipient_id", "case_id", "issued_on", "due_on", "reason", "outcome", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "number", "document_number", "kind", "issuer", "recipient_id", "case_id", "issued_on", "due_on", "reason", "outcome", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`notices\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`ALTER TABLE \`__new_notices\` RENAME TO \`notices\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_number_idx\` ON \`notices\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`notices_recipient_idx\` ON \`notices\` (\`recipient_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_case_idx\` ON \`notices\` (\`case_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_by_idx\` ON \`notices\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`notices__status_idx\` ON \`notices\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__notices_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_number\` text,
  	\`version_document_number\` text,
  	\`version_kind\` text,
  	\`version_issuer\` text,
  	\`version_recipient_id\` integer,
  	\`version_case_id\` integer,
  	\`version_issued_on\` text,
  	\`version_due_on\` text,
  	\`version_reason\` text,
  	\`version_outcome\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_recipient_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_case_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__notices_v\`("id", "parent_id", "version_number", "version_document_number", "version_kind", "version_issuer", "version_recipient_id", "version_case_id", "version_issued_on", "version_due_on", "version_reason", "version_outcome", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_number", "version_document_number", "version_kind", "version_issuer", "version_recipient_id", "version_case_id", "version_issued_on", "version_due_on", "version_reason", "version_outcome", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_notices_v\`;`)
  await db.run(sql`DROP TABLE \`_notices_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__notices_v\` RENAME TO \`_notices_v\`;`)
  await db.run(sql`CREATE INDEX \`_notices_v_parent_idx\` ON \`_notices_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_number_idx\` ON \`_notices_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_recipient_idx\` ON \`_notices_v\` (\`version_recipient_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_case_idx\` ON \`_notices_v\` (\`version_case_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_updated_by_idx\` ON \`_notices_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_updated_at_idx\` ON \`_notices_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_created_at_idx\` ON \`_notices_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version__status_idx\` ON \`_notices_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_created_at_idx\` ON \`_notices_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_updated_at_idx\` ON \`_notices_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_latest_idx\` ON \`_notices_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_review_meetings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`slug\` text,
  	\`date\` text,
  	\`matters\` text,
  	\`decisions\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_review_meetings\`("id", "slug", "date", "matters", "decisions", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "slug", "date", "matters", "decisions", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`review_meetings\`;`)
  await db.run(sql`DROP TABLE \`review_meetings\`;`)
  await db.run(sql`ALTER TABLE \`__new_review_meetings\` RENAME TO \`review_meetings\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`review_meetings_slug_idx\` ON \`review_meetings\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`review_meetings_updated_by_idx\` ON \`review_meetings\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`review_meetings_updated_at_idx\` ON \`review_meetings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_meetings_created_at_idx\` ON \`review_meetings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`review_meetings__status_idx\` ON \`review_meetings\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__review_meetings_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_slug\` text,
  	\`version_date\` text,
  	\`version_matters\` text,
  	\`version_decisions\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`review_meetings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__review_meetings_v\`("id", "parent_id", "version_slug", "version_date", "version_matters", "version_decisions", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_slug", "version_date", "version_matters", "version_decisions", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_review_meetings_v\`;`)
  await db.run(sql`DROP TABLE \`_review_meetings_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__review_meetings_v\` RENAME TO \`_review_meetings_v\`;`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_parent_idx\` ON \`_review_meetings_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_version_version_slug_idx\` ON \`_review_meetings_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_version_version_updated_by_idx\` ON \`_review_meetings_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_version_version_updated_at_idx\` ON \`_review_meetings_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_version_version_created_at_idx\` ON \`_review_meetings_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_version_version__status_idx\` ON \`_review_meetings_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_created_at_idx\` ON \`_review_meetings_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_updated_at_idx\` ON \`_review_meetings_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_review_meetings_v_latest_idx\` ON \`_review_meetings_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_practices\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`place\` text,
  	\`area_id\` integer,
  	\`summary\` text,
  	\`problem\` text,
  	\`steps\` text,
  	\`result\` text,
  	\`needs\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`area_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_practices\`("id", "title", "slug", "place", "area_id", "summary", "problem", "steps", "result", "needs", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "title", "slug", "place", "area_id", "summary", "problem", "steps", "result", "needs", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`practices\`;`)
  await db.run(sql`DROP TABLE \`practices\`;`)
  await db.run(sql`ALTER TABLE \`__new_practices\` RENAME TO \`practices\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`practices_slug_idx\` ON \`practices\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`practices_area_idx\` ON \`practices\` (\`area_id\`);`)
  await db.run(sql`CREATE INDEX \`practices_updated_by_idx\` ON \`practices\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`practices_updated_at_idx\` ON \`practices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`practices_created_at_idx\` ON \`practices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`practices__status_idx\` ON \`practices\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__practices_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_place\` text,
  	\`version_area_id\` integer,
  	\`version_summary\` text,
  	\`version_problem\` text,
  	\`version_steps\` text,
  	\`version_result\` text,
  	\`version_needs\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`practices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_area_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__practices_v\`("id", "parent_id", "version_title", "version_slug", "version_place", "version_area_id", "version_summary", "version_problem", "version_steps", "version_result", "version_needs", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_title", "version_slug", "version_place", "version_area_id", "version_summary", "version_problem", "version_steps", "version_result", "version_needs", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_practices_v\`;`)
  await db.run(sql`DROP TABLE \`_practices_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__practices_v\` RENAME TO \`_practices_v\`;`)
  await db.run(sql`CREATE INDEX \`_practices_v_parent_idx\` ON \`_practices_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_version_version_slug_idx\` ON \`_practices_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_version_version_area_idx\` ON \`_practices_v\` (\`version_area_id\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_version_version_updated_by_idx\` ON \`_practices_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_version_version_updated_at_idx\` ON \`_practices_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_version_version_created_at_idx\` ON \`_practices_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_version_version__status_idx\` ON \`_practices_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_created_at_idx\` ON \`_practices_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_updated_at_idx\` ON \`_practices_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_practices_v_latest_idx\` ON \`_practices_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_reported_figures\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`slug\` text,
  	\`metric\` text,
  	\`scope\` text,
  	\`value\` numeric,
  	\`unit\` text,
  	\`as_of\` text,
  	\`source_id\` integer,
  	\`quotation\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_reported_figures\`("id", "slug", "metric", "scope", "value", "unit", "as_of", "source_id", "quotation", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "slug", "metric", "scope", "value", "unit", "as_of", "source_id", "quotation", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`reported_figures\`;`)
  await db.run(sql`DROP TABLE \`reported_figures\`;`)
  await db.run(sql`ALTER TABLE \`__new_reported_figures\` RENAME TO \`reported_figures\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`reported_figures_slug_idx\` ON \`reported_figures\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`reported_figures_source_idx\` ON \`reported_figures\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`reported_figures_updated_by_idx\` ON \`reported_figures\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`reported_figures_updated_at_idx\` ON \`reported_figures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reported_figures_created_at_idx\` ON \`reported_figures\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`reported_figures__status_idx\` ON \`reported_figures\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__reported_figures_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_slug\` text,
  	\`version_metric\` text,
  	\`version_scope\` text,
  	\`version_value\` numeric,
  	\`version_unit\` text,
  	\`version_as_of\` text,
  	\`version_source_id\` integer,
  	\`version_quotation\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`reported_figures\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__reported_figures_v\`("id", "parent_id", "version_slug", "version_metric", "version_scope", "version_value", "version_unit", "version_as_of", "version_source_id", "version_quotation", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_slug", "version_metric", "version_scope", "version_value", "version_unit", "version_as_of", "version_source_id", "version_quotation", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_reported_figures_v\`;`)
  await db.run(sql`DROP TABLE \`_reported_figures_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__reported_figures_v\` RENAME TO \`_reported_figures_v\`;`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_parent_idx\` ON \`_reported_figures_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_version_version_slug_idx\` ON \`_reported_figures_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_version_version_source_idx\` ON \`_reported_figures_v\` (\`version_source_id\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_version_version_updated_by_idx\` ON \`_reported_figures_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_version_version_updated_at_idx\` ON \`_reported_figures_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_version_version_created_at_idx\` ON \`_reported_figures_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_version_version__status_idx\` ON \`_reported_figures_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_created_at_idx\` ON \`_reported_figures_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_updated_at_idx\` ON \`_reported_figures_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_reported_figures_v_latest_idx\` ON \`_reported_figures_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_sources\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`slug\` text,
  	\`title\` text,
  	\`description\` text,
  	\`publisher\` text,
  	\`authors\` text,
  	\`date\` text,
  	\`address\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_sources\`("id", "slug", "title", "description", "publisher", "authors", "date", "address", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "slug", "title", "description", "publisher", "authors", "date", "address", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`sources\`;`)
  await db.run(sql`DROP TABLE \`sources\`;`)
  await db.run(sql`ALTER TABLE \`__new_sources\` RENAME TO \`sources\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`sources_slug_idx\` ON \`sources\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_by_idx\` ON \`sources\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`sources__status_idx\` ON \`sources\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__sources_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_slug\` text,
  	\`version_title\` text,
  	\`version_description\` text,
  	\`version_publisher\` text,
  	\`version_authors\` text,
  	\`version_date\` text,
  	\`version_address\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__sources_v\`("id", "parent_id", "version_slug", "version_title", "version_description", "version_publisher", "version_authors", "version_date", "version_address", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_slug", "version_title", "version_description", "version_publisher", "version_authors", "version_date", "version_address", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_sources_v\`;`)
  await db.run(sql`DROP TABLE \`_sources_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__sources_v\` RENAME TO \`_sources_v\`;`)
  await db.run(sql`CREATE INDEX \`_sources_v_parent_idx\` ON \`_sources_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_version_version_slug_idx\` ON \`_sources_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_version_version_updated_by_idx\` ON \`_sources_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_version_version_updated_at_idx\` ON \`_sources_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_version_version_created_at_idx\` ON \`_sources_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_version_version__status_idx\` ON \`_sources_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_created_at_idx\` ON \`_sources_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_updated_at_idx\` ON \`_sources_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_sources_v_latest_idx\` ON \`_sources_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_pages\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`summary\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_pages\`("id", "title", "slug", "summary", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "title", "slug", "summary", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`pages\`;`)
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`ALTER TABLE \`__new_pages\` RENAME TO \`pages\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_slug_idx\` ON \`pages\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_by_idx\` ON \`pages\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__pages_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_summary\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__pages_v\`("id", "parent_id", "version_title", "version_slug", "version_summary", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_title", "version_slug", "version_summary", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__pages_v\` RENAME TO \`_pages_v\`;`)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_idx\` ON \`_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_slug_idx\` ON \`_pages_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_by_idx\` ON \`_pages_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_at_idx\` ON \`_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_at_idx\` ON \`_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version__status_idx\` ON \`_pages_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_created_at_idx\` ON \`_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_updated_at_idx\` ON \`_pages_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_latest_idx\` ON \`_pages_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_media\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`alt\` text NOT NULL,
  	\`stage\` text NOT NULL,
  	\`taken_on\` text,
  	\`original_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`INSERT INTO \`__new_media\`("id", "alt", "stage", "taken_on", "original_name", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height") SELECT "id", "alt", "stage", "taken_on", "original_name", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height" FROM \`media\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`ALTER TABLE \`__new_media\` RENAME TO \`media\`;`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`__new_challenges\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`number\` text NOT NULL,
  	\`about\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`received_on\` text NOT NULL,
  	\`answer\` text,
  	\`answered_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_challenges\`("id", "number", "about", "text", "received_on", "answer", "answered_on", "updated_at", "created_at") SELECT "id", "number", "about", "text", "received_on", "answer", "answered_on", "updated_at", "created_at" FROM \`challenges\`;`)
  await db.run(sql`DROP TABLE \`challenges\`;`)
  await db.run(sql`ALTER TABLE \`__new_challenges\` RENAME TO \`challenges\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`challenges_number_idx\` ON \`challenges\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`challenges_updated_at_idx\` ON \`challenges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`challenges_created_at_idx\` ON \`challenges\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__challenges_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_number\` text NOT NULL,
  	\`version_about\` text NOT NULL,
  	\`version_text\` text NOT NULL,
  	\`version_received_on\` text NOT NULL,
  	\`version_answer\` text,
  	\`version_answered_on\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`challenges\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__challenges_v\`("id", "parent_id", "version_number", "version_about", "version_text", "version_received_on", "version_answer", "version_answered_on", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_number", "version_about", "version_text", "version_received_on", "version_answer", "version_answered_on", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_challenges_v\`;`)
  await db.run(sql`DROP TABLE \`_challenges_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__challenges_v\` RENAME TO \`_challenges_v\`;`)
  await db.run(sql`CREATE INDEX \`_challenges_v_parent_idx\` ON \`_challenges_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_challenges_v_version_version_number_idx\` ON \`_challenges_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_challenges_v_version_version_updated_at_idx\` ON \`_challenges_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_challenges_v_version_version_created_at_idx\` ON \`_challenges_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_challenges_v_created_at_idx\` ON \`_challenges_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_challenges_v_updated_at_idx\` ON \`_challenges_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_duties\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`code\` text,
  	\`category\` numeric,
  	\`lead_id\` integer,
  	\`post\` text,
  	\`arrival_hours_routine\` numeric,
  	\`arrival_hours_tough\` numeric,
  	\`arrival_hours_emergency\` numeric,
  	\`handling_days\` numeric,
  	\`covers\` text,
  	\`excludes\` text,
  	\`basis\` text,
  	\`wordings\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_duties\`("id", "title", "code", "category", "lead_id", "post", "arrival_hours_routine", "arrival_hours_tough", "arrival_hours_emergency", "handling_days", "covers", "excludes", "basis", "wordings", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "title", "code", "category", "lead_id", "post", "arrival_hours_routine", "arrival_hours_tough", "arrival_hours_emergency", "handling_days", "covers", "excludes", "basis", "wordings", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`duties\`;`)
  await db.run(sql`DROP TABLE \`duties\`;`)
  await db.run(sql`ALTER TABLE \`__new_duties\` RENAME TO \`duties\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`duties_code_idx\` ON \`duties\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`duties_lead_idx\` ON \`duties\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`duties_updated_by_idx\` ON \`duties\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`duties_updated_at_idx\` ON \`duties\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`duties_created_at_idx\` ON \`duties\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`duties__status_idx\` ON \`duties\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__duties_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_code\` text,
  	\`version_category\` numeric,
  	\`version_lead_id\` integer,
  	\`version_post\` text,
  	\`version_arrival_hours_routine\` numeric,
  	\`version_arrival_hours_tough\` numeric,
  	\`version_arrival_hours_emergency\` numeric,
  	\`version_handling_days\` numeric,
  	\`version_covers\` text,
  	\`version_excludes\` text,
  	\`version_basis\` text,
  	\`version_wordings\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`duties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_lead_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__duties_v\`("id", "parent_id", "version_title", "version_code", "version_category", "version_lead_id", "version_post", "version_arrival_hours_routine", "version_arrival_hours_tough", "version_arrival_hours_emergency", "version_handling_days", "version_covers", "version_excludes", "version_basis", "version_wordings", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_title", "version_code", "version_category", "version_lead_id", "version_post", "version_arrival_hours_routine", "version_arrival_hours_tough", "version_arrival_hours_emergency", "version_handling_days", "version_covers", "version_excludes", "version_basis", "version_wordings", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_duties_v\`;`)
  await db.run(sql`DROP TABLE \`_duties_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__duties_v\` RENAME TO \`_duties_v\`;`)
  await db.run(sql`CREATE INDEX \`_duties_v_parent_idx\` ON \`_duties_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_version_version_code_idx\` ON \`_duties_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_version_version_lead_idx\` ON \`_duties_v\` (\`version_lead_id\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_version_version_updated_by_idx\` ON \`_duties_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_version_version_updated_at_idx\` ON \`_duties_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_version_version_created_at_idx\` ON \`_duties_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_version_version__status_idx\` ON \`_duties_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_created_at_idx\` ON \`_duties_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_updated_at_idx\` ON \`_duties_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_duties_v_latest_idx\` ON \`_duties_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_departments\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`short_name\` text,
  	\`full_name\` text,
  	\`former_names\` text,
  	\`other_names\` text,
  	\`slug\` text,
  	\`kind\` text,
  	\`contact\` text,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_departments\`("id", "name", "short_name", "full_name", "former_names", "other_names", "slug", "kind", "contact", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "name", "short_name", "full_name", "former_names", "other_names", "slug", "kind", "contact", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`departments\`;`)
  await db.run(sql`DROP TABLE \`departments\`;`)
  await db.run(sql`ALTER TABLE \`__new_departments\` RENAME TO \`departments\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`departments_slug_idx\` ON \`departments\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`departments_updated_by_idx\` ON \`departments\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`departments_updated_at_idx\` ON \`departments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`departments_created_at_idx\` ON \`departments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`departments__status_idx\` ON \`departments\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__departments_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_short_name\` text,
  	\`version_full_name\` text,
  	\`version_former_names\` text,
  	\`version_other_names\` text,
  	\`version_slug\` text,
  	\`version_kind\` text,
  	\`version_contact\` text,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__departments_v\`("id", "parent_id", "version_name", "version_short_name", "version_full_name", "version_former_names", "version_other_names", "version_slug", "version_kind", "version_contact", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_name", "version_short_name", "version_full_name", "version_former_names", "version_other_names", "version_slug", "version_kind", "version_contact", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_departments_v\`;`)
  await db.run(sql`DROP TABLE \`_departments_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__departments_v\` RENAME TO \`_departments_v\`;`)
  await db.run(sql`CREATE INDEX \`_departments_v_parent_idx\` ON \`_departments_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_slug_idx\` ON \`_departments_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_updated_by_idx\` ON \`_departments_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_updated_at_idx\` ON \`_departments_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_created_at_idx\` ON \`_departments_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version__status_idx\` ON \`_departments_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_created_at_idx\` ON \`_departments_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_updated_at_idx\` ON \`_departments_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_latest_idx\` ON \`_departments_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_areas\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`slug\` text,
  	\`level\` text,
  	\`parent_id\` integer,
  	\`official_code\` text,
  	\`households\` numeric,
  	\`change_note\` text,
  	\`origin\` text,
  	\`published_on\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_areas\`("id", "name", "slug", "level", "parent_id", "official_code", "households", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status") SELECT "id", "name", "slug", "level", "parent_id", "official_code", "households", "change_note", "origin", "published_on", "changed_on", "updated_by_id", "updated_at", "created_at", "_status" FROM \`areas\`;`)
  await db.run(sql`DROP TABLE \`areas\`;`)
  await db.run(sql`ALTER TABLE \`__new_areas\` RENAME TO \`areas\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`areas_slug_idx\` ON \`areas\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`areas_parent_idx\` ON \`areas\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`areas_updated_by_idx\` ON \`areas\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`areas_updated_at_idx\` ON \`areas\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`areas_created_at_idx\` ON \`areas\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`areas__status_idx\` ON \`areas\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__areas_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_slug\` text,
  	\`version_level\` text,
  	\`version_parent_id\` integer,
  	\`version_official_code\` text,
  	\`version_households\` numeric,
  	\`version_change_note\` text,
  	\`version_origin\` text,
  	\`version_published_on\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_parent_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__areas_v\`("id", "parent_id", "version_name", "version_slug", "version_level", "version_parent_id", "version_official_code", "version_households", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_name", "version_slug", "version_level", "version_parent_id", "version_official_code", "version_households", "version_change_note", "version_origin", "version_published_on", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_areas_v\`;`)
  await db.run(sql`DROP TABLE \`_areas_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__areas_v\` RENAME TO \`_areas_v\`;`)
  await db.run(sql`CREATE INDEX \`_areas_v_parent_idx\` ON \`_areas_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_slug_idx\` ON \`_areas_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_parent_idx\` ON \`_areas_v\` (\`version_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_updated_by_idx\` ON \`_areas_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_updated_at_idx\` ON \`_areas_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_created_at_idx\` ON \`_areas_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version__status_idx\` ON \`_areas_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_created_at_idx\` ON \`_areas_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_updated_at_idx\` ON \`_areas_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_latest_idx\` ON \`_areas_v\` (\`latest\`);`)
}
