/** How the system, Node and SQLite say that a disk has no room left. */
const FULL = /ENOSPC|no space left|database or disk is full|SQLITE_FULL/i

/** Whether the words of an error, or a program's output, say that the disk is full. */
export function saysDiskFull(words: string): boolean {
  return FULL.test(words)
}
