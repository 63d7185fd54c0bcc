'use client'
import { instantInWords } from './instantInWords.ts'

/** A moment in a list, in Shanghai time whatever the clock of the computer is set to. */
export function InstantCell({ cellData }: { cellData?: unknown }) {
  return <span>{typeof cellData === 'string' ? instantInWords(cellData) : ''}</span>
}
