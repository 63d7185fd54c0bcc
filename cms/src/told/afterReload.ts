const KEY = 'newsroom-said'

/** Keeps what an act did until the page that opens after it says so. */
export function keepForReload(sentence: string): void {
  try {
    sessionStorage.setItem(KEY, sentence)
  } catch {
    // A browser that keeps nothing says nothing; the act is done all the same.
  }
}

/** What the act before this page did; null where there was none. It is said once. */
export function takeAfterReload(): string | null {
  try {
    const sentence = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return sentence
  } catch {
    return null
  }
}
