/** A file that is not read, in words for the person who gave it: what is wrong and what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
}
