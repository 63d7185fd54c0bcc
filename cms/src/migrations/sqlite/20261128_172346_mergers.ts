import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`departments_earlier_names\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`until\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`departments_earlier_names_order_idx\` ON \`departments_earlier_names\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`departments_earlier_names_parent_id_idx\` ON \`departments_earlier_names\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_departments_v_version_earlier_names\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`until\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_departments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_departments_v_version_earlier_names_order_idx\` ON \`_departments_v_version_earlier_names\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_earlier_names_parent_id_idx\` ON \`_departments_v_version_earlier_names\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`areas_earlier_names\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`until\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`areas_earlier_names_order_idx\` ON \`areas_earlier_names\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`areas_earlier_names_parent_id_idx\` ON \`areas_earlier_names\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_areas_v_version_earlier_names\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`until\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_areas_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_areas_v_version_earlier_names_order_idx\` ON \`_areas_v_version_earlier_names\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_earlier_names_parent_id_idx\` ON \`_areas_v_version_earlier_names\` (\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`cases_timeline\` ADD \`unasked\` integer;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` ADD \`unasked\` integer;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`replaced_by_id\` integer REFERENCES departments(id);`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`replaced_on\` text;`)
  await db.run(sql`CREATE INDEX \`departments_replaced_by_idx\` ON \`departments\` (\`replaced_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_replaced_by_id\` integer REFERENCES departments(id);`)
  await db.run(sql`ALTER TABLE \`_departments_v\` ADD \`version_replaced_on\` text;`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_replaced_by_idx\` ON \`_departments_v\` (\`version_replaced_by_id\`);`)
  await db.run(sql`ALTER TABLE \`areas\` ADD \`replaced_by_id\` integer REFERENCES areas(id);`)
  await db.run(sql`ALTER TABLE \`areas\` ADD \`replaced_on\` text;`)
  await db.run(sql`CREATE INDEX \`areas_replaced_by_idx\` ON \`areas\` (\`replaced_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_areas_v\` ADD \`version_replaced_by_id\` integer REFERENCES areas(id);`)
  await db.run(sql`ALTER TABLE \`_areas_v\` ADD \`version_replaced_on\` text;`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_replaced_by_idx\` ON \`_areas_v\` (\`version_replaced_by_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`departments_earlier_names\`;`)
  await db.run(sql`DROP TABLE \`_departments_v_version_earlier_names\`;`)
  await db.run(sql`DROP TABLE \`areas_earlier_names\`;`)
  await db.run(sql`DROP TABLE \`_areas_v_version_earlier_names\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_departments\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`private_decisions\` text,
  	\`name\` text,
  	\`short_name\` text,
  	\`full_name\` text,
  	\`former_names\` text,
  	\`other_names\` text,
  	\`slug\` text,
  	\`kind\` text,
  	\`contact\` text,
  	\`change_note\` text,
  	\`change_kind\` text,
  	\`public_note\` text,
  	\`public_kind\` text,
  	\`origin\` text,
  	\`created_by_id\` integer,
  	\`published_on\` text,
  	\`published_time\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_departments\`("id", "private_decisions", "name", "short_name", "full_name", "former_names", "other_names", "slug", "kind", "contact", "change_note", "change_kind", "public_note", "public_kind", "origin", "created_by_id", "published_on", "published_time", "changed_on", "updated_by_id", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "private_decisions", "name", "short_name", "full_name", "former_names", "other_names", "slug", "kind", "contact", "change_note", "change_kind", "public_note", "public_kind", "origin", "created_by_id", "published_on", "published_time", "changed_on", "updated_by_id", "updated_at", "created_at", "deleted_at", "_status" FROM \`departments\`;`)
  await db.run(sql`DROP TABLE \`departments\`;`)
  await db.run(sql`ALTER TABLE \`__new_departments\` RENAME TO \`departments\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`departments_slug_idx\` ON \`departments\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`departments_created_by_idx\` ON \`departments\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`departments_updated_by_idx\` ON \`departments\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`departments_updated_at_idx\` ON \`departments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`departments_created_at_idx\` ON \`departments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`departments_deleted_at_idx\` ON \`departments\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`departments__status_idx\` ON \`departments\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__departments_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_private_decisions\` text,
  	\`version_name\` text,
  	\`version_short_name\` text,
  	\`version_full_name\` text,
  	\`version_former_names\` text,
  	\`version_other_names\` text,
  	\`version_slug\` text,
  	\`version_kind\` text,
  	\`version_contact\` text,
  	\`version_change_note\` text,
  	\`version_change_kind\` text,
  	\`version_public_note\` text,
  	\`version_public_kind\` text,
  	\`version_origin\` text,
  	\`version_created_by_id\` integer,
  	\`version_published_on\` text,
  	\`version_published_time\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__departments_v\`("id", "parent_id", "version_private_decisions", "version_name", "version_short_name", "version_full_name", "version_former_names", "version_other_names", "version_slug", "version_kind", "version_contact", "version_change_note", "version_change_kind", "version_public_note", "version_public_kind", "version_origin", "version_created_by_id", "version_published_on", "version_published_time", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_private_decisions", "version_name", "version_short_name", "version_full_name", "version_former_names", "version_other_names", "version_slug", "version_kind", "version_contact", "version_change_note", "version_change_kind", "version_public_note", "version_public_kind", "version_origin", "version_created_by_id", "version_published_on", "version_published_time", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest" FROM \`_departments_v\`;`)
  await db.run(sql`DROP TABLE \`_departments_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__departments_v\` RENAME TO \`_departments_v\`;`)
  await db.run(sql`CREATE INDEX \`_departments_v_parent_idx\` ON \`_departments_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_slug_idx\` ON \`_departments_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_created_by_idx\` ON \`_departments_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_updated_by_idx\` ON \`_departments_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_updated_at_idx\` ON \`_departments_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_created_at_idx\` ON \`_departments_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version_deleted_at_idx\` ON \`_departments_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_version__status_idx\` ON \`_departments_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_created_at_idx\` ON \`_departments_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_updated_at_idx\` ON \`_departments_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_latest_idx\` ON \`_departments_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`__new_areas\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`private_decisions\` text,
  	\`name\` text,
  	\`slug\` text,
  	\`level\` text,
  	\`parent_id\` integer,
  	\`official_code\` text,
  	\`households\` numeric,
  	\`change_note\` text,
  	\`change_kind\` text,
  	\`public_note\` text,
  	\`public_kind\` text,
  	\`origin\` text,
  	\`created_by_id\` integer,
  	\`published_on\` text,
  	\`published_time\` text,
  	\`changed_on\` text,
  	\`updated_by_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_areas\`("id", "private_decisions", "name", "slug", "level", "parent_id", "official_code", "households", "change_note", "change_kind", "public_note", "public_kind", "origin", "created_by_id", "published_on", "published_time", "changed_on", "updated_by_id", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "private_decisions", "name", "slug", "level", "parent_id", "official_code", "households", "change_note", "change_kind", "public_note", "public_kind", "origin", "created_by_id", "published_on", "published_time", "changed_on", "updated_by_id", "updated_at", "created_at", "deleted_at", "_status" FROM \`areas\`;`)
  await db.run(sql`DROP TABLE \`areas\`;`)
  await db.run(sql`ALTER TABLE \`__new_areas\` RENAME TO \`areas\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`areas_slug_idx\` ON \`areas\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`areas_parent_idx\` ON \`areas\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`areas_created_by_idx\` ON \`areas\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`areas_updated_by_idx\` ON \`areas\` (\`updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`areas_updated_at_idx\` ON \`areas\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`areas_created_at_idx\` ON \`areas\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`areas_deleted_at_idx\` ON \`areas\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`areas__status_idx\` ON \`areas\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__areas_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_private_decisions\` text,
  	\`version_name\` text,
  	\`version_slug\` text,
  	\`version_level\` text,
  	\`version_parent_id\` integer,
  	\`version_official_code\` text,
  	\`version_households\` numeric,
  	\`version_change_note\` text,
  	\`version_change_kind\` text,
  	\`version_public_note\` text,
  	\`version_public_kind\` text,
  	\`version_origin\` text,
  	\`version_created_by_id\` integer,
  	\`version_published_on\` text,
  	\`version_published_time\` text,
  	\`version_changed_on\` text,
  	\`version_updated_by_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_parent_id\`) REFERENCES \`areas\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_updated_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__areas_v\`("id", "parent_id", "version_private_decisions", "version_name", "version_slug", "version_level", "version_parent_id", "version_official_code", "version_households", "version_change_note", "version_change_kind", "version_public_note", "version_public_kind", "version_origin", "version_created_by_id", "version_published_on", "version_published_time", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_private_decisions", "version_name", "version_slug", "version_level", "version_parent_id", "version_official_code", "version_households", "version_change_note", "version_change_kind", "version_public_note", "version_public_kind", "version_origin", "version_created_by_id", "version_published_on", "version_published_time", "version_changed_on", "version_updated_by_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest" FROM \`_areas_v\`;`)
  await db.run(sql`DROP TABLE \`_areas_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__areas_v\` RENAME TO \`_areas_v\`;`)
  await db.run(sql`CREATE INDEX \`_areas_v_parent_idx\` ON \`_areas_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_slug_idx\` ON \`_areas_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_parent_idx\` ON \`_areas_v\` (\`version_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_created_by_idx\` ON \`_areas_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_updated_by_idx\` ON \`_areas_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_updated_at_idx\` ON \`_areas_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_created_at_idx\` ON \`_areas_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version_deleted_at_idx\` ON \`_areas_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_version_version__status_idx\` ON \`_areas_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_created_at_idx\` ON \`_areas_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_updated_at_idx\` ON \`_areas_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_areas_v_latest_idx\` ON \`_areas_v\` (\`latest\`);`)
  await db.run(sql`ALTER TABLE \`cases_timeline\` DROP COLUMN \`unasked\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v_version_timeline\` DROP COLUMN \`unasked\`;`)
}
