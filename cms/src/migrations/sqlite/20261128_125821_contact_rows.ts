import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`departments_contacts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`number\` text,
  	\`hours\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`departments_contacts_order_idx\` ON \`departments_contacts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`departments_contacts_parent_id_idx\` ON \`departments_contacts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_departments_v_version_contacts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`label\` text,
  	\`number\` text,
  	\`hours\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_departments_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_departments_v_version_contacts_order_idx\` ON \`_departments_v_version_contacts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_departments_v_version_contacts_parent_id_idx\` ON \`_departments_v_version_contacts\` (\`_parent_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`departments_contacts\`;`)
  await db.run(sql`DROP TABLE \`_departments_v_version_contacts\`;`)
}
