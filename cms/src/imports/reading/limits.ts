/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 60 * 1024 * 1024
/** The most cells with something in them of a workbook. */
export const MOST_CELLS = 1_000_000
/** The same of a text table: it is read a row at a time, and a city's year of records has more. */
export const MOST_TEXT_CELLS = 2_000_000
/** The most rows of a text table: each of them takes memory of its own, however few its cells are. */
export const MOST_TEXT_ROWS = 250_000
/** The most characters of all cells together: one long text may be repeated a million times in a few bytes. */
export const MOST_CHARACTERS = 200_000_000
/** The most bytes that the parts of a workbook may have when they are unpacked. */
export const MOST_UNPACKED = 300 * 1024 * 1024
/** Parts of a workbook: a real one has dozens, with pictures some hundreds. */
export const MOST_PARTS = 5_000
/** How many times its size a large part may become: real tables stay far below, packed zeros reach a thousand. */
export const MOST_RATIO = 400
/** Memory of the reading process, in bytes. */
export const MOST_MEMORY = 512 * 1024 * 1024
/** Time of the reading process, in milliseconds. */
export const MOST_TIME = 60_000
/** Columns that a sheet may have. */
export const MOST_COLUMNS = 16_384
