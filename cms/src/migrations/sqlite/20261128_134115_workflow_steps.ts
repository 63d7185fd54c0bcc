import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`steps\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`record_type\` text NOT NULL,
  	\`record\` text NOT NULL,
  	\`reference\` text NOT NULL,
  	\`step\` text NOT NULL,
  	\`version\` text,
  	\`saved_at\` text,
  	\`note\` text,
  	\`publish_at\` text,
  	\`review_by\` text,
  	\`by_id\` integer,
  	\`at\` text NOT NULL,
  	\`stands\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`steps_record_type_idx\` ON \`steps\` (\`record_type\`);`)
  await db.run(sql`CREATE INDEX \`steps_record_idx\` ON \`steps\` (\`record\`);`)
  await db.run(sql`CREATE INDEX \`steps_reference_idx\` ON \`steps\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`steps_step_idx\` ON \`steps\` (\`step\`);`)
  await db.run(sql`CREATE INDEX \`steps_publish_at_idx\` ON \`steps\` (\`publish_at\`);`)
  await db.run(sql`CREATE INDEX \`steps_review_by_idx\` ON \`steps\` (\`review_by\`);`)
  await db.run(sql`CREATE INDEX \`steps_by_idx\` ON \`steps\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`steps_at_idx\` ON \`steps\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`steps_stands_idx\` ON \`steps\` (\`stands\`);`)
  await db.run(sql`CREATE INDEX \`steps_updated_at_idx\` ON \`steps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`steps_created_at_idx\` ON \`steps\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`steps\`;`)
}
