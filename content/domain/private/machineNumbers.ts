import type { Candidate } from './numberCandidate.ts'

/** The ending of a file's name right after a number. */
const FILE =
  /^\.(?:jpe?g|png|gif|webp|hei[cf]|bmp|tiff?|mp[34]|mov|avi|wav|m4a|pdf|docx?|xlsx?|pptx?|wps|et|txt|csv|zip|rar|7z|dwg)(?![A-Za-z0-9])/i

/**
 * Whether digits are an address in a network, of a network card, or the name of a file, or several numbers in the address
 * of a page: cameras and computers make these.
 */
export function isOfMachines(c: Candidate): boolean {
  if (c.isInAddress && c.lengths.length > 1) return true
  return isNetworkAddress(c) || isCardAddress(c) || (c.lengths.length === 1 && FILE.test(c.after))
}

/** Four numbers up to 255 with a full stop between, none with a zero before it. */
function isNetworkAddress({ digits, lengths, marks }: Candidate): boolean {
  if (lengths.length !== 4 || marks.some((mark) => mark !== '.')) return false
  let at = 0
  return lengths.every((length) => {
    const part = digits.slice(at, at + length)
    at += length
    return Number(part) <= 255 && String(Number(part)) === part
  })
}

/** Pairs with a colon between that end in a letter of a hexadecimal number. */
function isCardAddress({ lengths, marks, after }: Candidate): boolean {
  const isPaired = lengths.slice(0, -1).every((length) => length === 2) && marks.every((mark) => mark === ':')
  return lengths.length > 4 && isPaired && /^:?[A-Fa-f]/.test(after)
}
