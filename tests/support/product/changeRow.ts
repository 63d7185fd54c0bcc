import { execFileSync } from 'node:child_process'

/**
 * Runs SQL on a database file behind the product's back, in a process of its own: two SQLite libraries in one process
 * take each other's locks away.
 */
export function changeBehindItsBack(file: string, sql: string): void {
  const program = "const [f, q] = process.argv.slice(1); new (require('node:sqlite').DatabaseSync)(f).exec(q)"
  execFileSync(process.execPath, ['-e', program, file, sql])
}
