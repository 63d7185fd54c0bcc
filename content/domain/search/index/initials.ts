import { type ByteReader, ByteWriter } from './bytes.ts'

/** Han phrases by the initials of their syllables: xqlf → 小区楼房. */
export function writePhrases(phrases: Iterable<readonly [string, readonly string[]]>): Uint8Array {
  const out = new ByteWriter()
  out.text([...phrases].map(([initials, all]) => [initials, ...all].join(' ')).join('\n'))
  return out.done()
}

export function readPhrases(from: ByteReader): Map<string, string[]> {
  const phrases = new Map<string, string[]>()
  while (!from.isAtEnd)
    for (const line of from.text().split('\n')) {
      const [initials, ...all] = line.split(' ')
      phrases.set(initials as string, all)
    }
  return phrases
}
