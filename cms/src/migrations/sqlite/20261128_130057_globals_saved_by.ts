import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`synonyms\` ADD \`updated_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`synonyms_updated_by_idx\` ON \`synonyms\` (\`updated_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_synonyms_v\` ADD \`version_updated_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_version_version_updated_by_idx\` ON \`_synonyms_v\` (\`version_updated_by_id\`);`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`updated_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`site_settings_updated_by_idx\` ON \`site_settings\` (\`updated_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_site_settings_v\` ADD \`version_updated_by_id\` integer REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_site_settings_v_version_version_updated_by_idx\` ON \`_site_settings_v\` (\`version_updated_by_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_synonyms\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`INSERT INTO \`__new_synonyms\`("id", "updated_at", "created_at") SELECT "id", "updated_at", "created_at" FROM \`synonyms\`;`)
  await db.run(sql`DROP TABLE \`synonyms\`;`)
  await db.run(sql`ALTER TABLE \`__new_synonyms\` RENAME TO \`synonyms\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE TABLE \`__new__synonyms_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new__synonyms_v\`("id", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_synonyms_v\`;`)
  await db.run(sql`DROP TABLE \`_synonyms_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__synonyms_v\` RENAME TO \`_synonyms_v\`;`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_created_at_idx\` ON \`_synonyms_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_updated_at_idx\` ON \`_synonyms_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_site_settings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`scope\` text NOT NULL,
  	\`tagline\` text NOT NULL,
  	\`public_address\` text,
  	\`site_path\` text,
  	\`host_name\` text,
  	\`host_domain\` text,
  	\`site_id_code\` text,
  	\`organiser\` text,
  	\`contact\` text,
  	\`icp_number\` text,
  	\`police_number\` text,
  	\`complaints\` text,
  	\`error_report\` text,
  	\`whistle_who\` text,
  	\`whistle_where\` text,
  	\`whistle_what\` text,
  	\`whistle_time\` text,
  	\`whistle_nobody\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`INSERT INTO \`__new_site_settings\`("id", "name", "scope", "tagline", "public_address", "site_path", "host_name", "host_domain", "site_id_code", "organiser", "contact", "icp_number", "police_number", "complaints", "error_report", "whistle_who", "whistle_where", "whistle_what", "whistle_time", "whistle_nobody", "updated_at", "created_at") SELECT "id", "name", "scope", "tagline", "public_address", "site_path", "host_name", "host_domain", "site_id_code", "organiser", "contact", "icp_number", "police_number", "complaints", "error_report", "whistle_who", "whistle_where", "whistle_what", "whistle_time", "whistle_nobody", "updated_at", "created_at" FROM \`site_settings\`;`)
  await db.run(sql`DROP TABLE \`site_settings\`;`)
  await db.run(sql`ALTER TABLE \`__new_site_settings\` RENAME TO \`site_settings\`;`)
  await db.run(sql`CREATE TABLE \`__new__site_settings_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`version_name\` text NOT NULL,
  	\`version_scope\` text NOT NULL,
  	\`version_tagline\` text NOT NULL,
  	\`version_public_address\` text,
  	\`version_site_path\` text,
  	\`version_host_name\` text,
  	\`version_host_domain\` text,
  	\`version_site_id_code\` text,
  	\`version_organiser\` text,
  	\`version_contact\` text,
  	\`version_icp_number\` text,
  	\`version_police_number\` text,
  	\`version_complaints\` text,
  	\`version_error_report\` text,
  	\`version_whistle_who\` text,
  	\`version_whistle_where\` text,
  	\`version_whistle_what\` text,
  	\`version_whistle_time\` text,
  	\`version_whistle_nobody\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new__site_settings_v\`("id", "version_name", "version_scope", "version_tagline", "version_public_address", "version_site_path", "version_host_name", "version_host_domain", "version_site_id_code", "version_organiser", "version_contact", "version_icp_number", "version_police_number", "version_complaints", "version_error_report", "version_whistle_who", "version_whistle_where", "version_whistle_what", "version_whistle_time", "version_whistle_nobody", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "version_name", "version_scope", "version_tagline", "version_public_address", "version_site_path", "version_host_name", "version_host_domain", "version_site_id_code", "version_organiser", "version_contact", "version_icp_number", "version_police_number", "version_complaints", "version_error_report", "version_whistle_who", "version_whistle_where", "version_whistle_what", "version_whistle_time", "version_whistle_nobody", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_site_settings_v\`;`)
  await db.run(sql`DROP TABLE \`_site_settings_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__site_settings_v\` RENAME TO \`_site_settings_v\`;`)
  await db.run(sql`CREATE INDEX \`_site_settings_v_created_at_idx\` ON \`_site_settings_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_site_settings_v_updated_at_idx\` ON \`_site_settings_v\` (\`updated_at\`);`)
}
