import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`import_mappings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`record_type\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`import_mappings_name_idx\` ON \`import_mappings\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`import_mappings_updated_at_idx\` ON \`import_mappings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`import_mappings_created_at_idx\` ON \`import_mappings\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`name_version_idx\` ON \`import_mappings\` (\`name\`,\`version\`);`)
  await db.run(sql`CREATE TABLE \`imported_rows\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`mapping\` text NOT NULL,
  	\`source_key\` text NOT NULL,
  	\`record_type\` text NOT NULL,
  	\`reference\` text NOT NULL,
  	\`record\` text NOT NULL,
  	\`hidden\` text NOT NULL,
  	\`is_undone\` integer DEFAULT false NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`imported_rows_reference_idx\` ON \`imported_rows\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`imported_rows_updated_at_idx\` ON \`imported_rows\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`imported_rows_created_at_idx\` ON \`imported_rows\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mapping_sourceKey_idx\` ON \`imported_rows\` (\`mapping\`,\`source_key\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`import_mappings\`;`)
  await db.run(sql`DROP TABLE \`imported_rows\`;`)
}
