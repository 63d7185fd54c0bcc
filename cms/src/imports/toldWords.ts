import { APIError } from 'payload'
import { MappingUnfit } from '#domain/imports/fitMapping'
import { WorkCancelled, WorkLost } from './commit/chunks.ts'
import { ImportUndecided } from './commit/startImport.ts'
import { FileRefused } from './fileRefused.ts'

/** What keeps an import from being made and is said to the person as it is. */
const TOLD = [FileRefused, MappingUnfit, ImportUndecided, WorkCancelled, WorkLost] as const

/** The sentence that a fault has for the person who imports; null where it is one of the program, for the log. */
export function toldWords(error: unknown): string | null {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof APIError && error.isPublic ? error.message : null
}
