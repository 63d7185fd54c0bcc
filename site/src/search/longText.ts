/** Characters of a question that may stand in an address. A longer text, such as a pasted complaint, never does. */
export const ADDRESS_CHARACTERS = 120

const MARK = 'shaoxiang-question:'

/**
 * Hands a text that no address may hold to the page that opens next in this tab: by the name of the window, which is
 * in no request, in no history and in nothing that is stored.
 */
export function handOver(text: string): void {
  window.name = MARK + text
}

/** The text that the last page handed over, or null. It is forgotten at once. */
export function takeOver(): string | null {
  if (!window.name.startsWith(MARK)) return null
  const text = window.name.slice(MARK.length)
  window.name = ''
  return text
}
