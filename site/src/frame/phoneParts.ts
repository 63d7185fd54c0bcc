/** A piece of a line with telephone numbers: text, and the number to dial where it is one. */
export type PhonePart = { text: string; dial: string | null }

/** A landline with its area code, a service number of 400 or 800, a five-digit service line, or an office's mobile. */
const NUMBER =
  /(?<![\d-])(1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|[48]00[- ]?\d{3}[- ]?\d{4}|12\d{3})(?![\d-])/

/** Splits a line so that the numbers in it can be dialled. */
export function phoneParts(line: string): PhonePart[] {
  return line
    .split(NUMBER)
    .map((text, i) => ({ text, dial: i % 2 === 1 ? text.replace(/\D/g, '') : null }))
    .filter((part) => part.text !== '')
}
