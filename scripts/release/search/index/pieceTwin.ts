import type { TwinKind } from '../../store/blobFile.ts'

/** How a file of an index is packed, by its path in the index: the files of heavy keys are few, and asked for often. */
export function pieceTwin(name: string): TwinKind {
  return name.startsWith('h/') ? 'heavy' : 'piece'
}
