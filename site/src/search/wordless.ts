/** Whether a text has no letter and no digit: of punctuation and pictures nothing can be said. */
export function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}
