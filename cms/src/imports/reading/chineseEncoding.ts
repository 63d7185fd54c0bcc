/** A character of two bytes: the first of a Chinese encoding has its upper bit. */
const TWO_BYTES = 0x80
/** From how large a share of the characters on they are plainly written in an encoding. */
const MOST = 0.9
/** Up to how large a share of the everyday characters a text is hardly written in GB2312. */
const FEW = 0.7

/**
 * Whether a text is in Big5, the encoding of traditional characters. Most such bytes are something in GB18030 too, but
 * hardly ever everyday words; those of GB2312 are no Big5 or rare signs in it.
 */
export function isBig5(bytes: Buffer): boolean {
  const pairs = pairsOf(bytes)
  if (pairs.length === 0) return false
  const share = (isOne: (lead: number, trail: number) => boolean) =>
    pairs.filter(([lead, trail]) => isOne(lead, trail)).length / pairs.length
  return share(isEveryday) >= MOST && share(isOfGb2312) < FEW
}

function pairsOf(bytes: Buffer): [number, number][] {
  const pairs: [number, number][] = []
  for (let i = 0; i + 1 < bytes.length; i++) {
    const [lead, trail] = [bytes[i] as number, bytes[i + 1] as number]
    if (lead < TWO_BYTES) continue
    pairs.push([lead, trail])
    i++
  }
  return pairs
}

/** Signs, and the characters that are used every day, in Big5. */
const isEveryday = (lead: number, trail: number) =>
  lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe))
/** The same in GB2312. */
const isOfGb2312 = (lead: number, trail: number) =>
  trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))
