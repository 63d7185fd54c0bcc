import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`imports\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`file_name\` text NOT NULL,
  	\`file_hash\` text NOT NULL,
  	\`file_bytes\` numeric NOT NULL,
  	\`mapping\` text NOT NULL,
  	\`mapping_version\` numeric NOT NULL,
  	\`record_type\` text NOT NULL,
  	\`publishes\` integer DEFAULT false,
  	\`undated_year\` numeric,
  	\`note\` text,
  	\`note_kind\` text,
  	\`state\` text NOT NULL,
  	\`done\` numeric NOT NULL,
  	\`total\` numeric NOT NULL,
  	\`counts\` text NOT NULL,
  	\`vanished\` numeric NOT NULL,
  	\`by_id\` integer,
  	\`approved_by_id\` integer,
  	\`committed_at\` text,
  	\`undone_at\` text,
  	\`undone_by_id\` integer,
  	\`undo_reason\` text,
  	\`runner\` text,
  	\`seen_at\` text,
  	\`is_cancelled\` integer DEFAULT false,
  	\`kept_file\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`undone_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`imports_file_hash_idx\` ON \`imports\` (\`file_hash\`);`)
  await db.run(sql`CREATE INDEX \`imports_state_idx\` ON \`imports\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`imports_by_idx\` ON \`imports\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`imports_approved_by_idx\` ON \`imports\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`imports_undone_by_idx\` ON \`imports\` (\`undone_by_id\`);`)
  await db.run(sql`CREATE INDEX \`imports_updated_at_idx\` ON \`imports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`imports_created_at_idx\` ON \`imports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`import_records\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`import_id\` text NOT NULL,
  	\`place\` numeric NOT NULL,
  	\`record_type\` text NOT NULL,
  	\`reference\` text NOT NULL,
  	\`record\` text,
  	\`operation\` text NOT NULL,
  	\`source_key\` text,
  	\`said\` text,
  	\`said_before\` text,
  	\`before\` text,
  	\`was_published\` integer DEFAULT false NOT NULL,
  	\`saved_at\` text,
  	\`stage\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`import_records_record_idx\` ON \`import_records\` (\`record\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`importId_place_idx\` ON \`import_records\` (\`import_id\`,\`place\`);`)
  await db.run(sql`CREATE INDEX \`recordType_reference_idx\` ON \`import_records\` (\`record_type\`,\`reference\`);`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`held_for\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`imports\`;`)
  await db.run(sql`DROP TABLE \`import_records\`;`)
  await db.run(sql`ALTER TABLE \`outbox\` DROP COLUMN \`held_for\`;`)
}
