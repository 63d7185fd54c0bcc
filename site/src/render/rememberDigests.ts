/** So many different scripts and styles at most: a page has a handful, and they are the same on every page. */
const MOST = 200

/**
 * Astro hashes the inline scripts and styles of every page anew for its policy, each hash a trip through the thread
 * pool: a third of the time of a page (measured). The answers are kept by what was hashed.
 */
export function rememberDigests(subtle: SubtleCrypto): void {
  const digest = subtle.digest.bind(subtle)
  const known = new Map<string, ArrayBuffer>()
  subtle.digest = async (algorithm, data) => {
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : data
    const name = `${JSON.stringify(algorithm)} ${Buffer.from(bytes as Uint8Array).toString('latin1')}`
    const answer = known.get(name) ?? (await digest(algorithm, data))
    if (known.size < MOST) known.set(name, answer)
    return answer.slice(0)
  }
}
