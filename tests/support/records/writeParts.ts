import { writingParts } from '../../../scripts/release/tables/tableFiles.ts'
import { InPieces } from '../../../scripts/release/workers/inPieces.ts'

/** Writes the parts of tables in one go. Returns the root of their tree. */
export function writeParts(...given: Parameters<typeof writingParts>): string {
  return new InPieces(writingParts(...given)).finish()
}
