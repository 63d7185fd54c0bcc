import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The repository root. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Every file that git tracks or would track, relative to the root, that is there. */
export function repositoryFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  })
  return [...new Set(list.toString('utf8').split('\0'))].filter((f) => f !== '' && existsSync(join(ROOT, f)))
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** Files that a tool writes: fenced from style, length and import rules. */
export function isGenerated(file: string): boolean {
  return (
    /payload-types\.ts$|importMap\.js$|\/migrations\/|package-lock\.json$/.test(file) ||
    file.startsWith('cms/src/app/(payload)/')
  )
}

/** Hand-written program text. */
export function isCode(file: string): boolean {
  return /\.(ts|tsx|mjs|astro|css)$/.test(file) && !isGenerated(file)
}
