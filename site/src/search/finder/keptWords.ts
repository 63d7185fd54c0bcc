/** The words of the question box in the entry of the tab's history, for somebody who comes back from the answer. */
export function keepWords(words: string): void {
  history.replaceState({ ...history.state, words }, '')
}

/** The kept words; empty where there are none. */
export function keptWords(): string {
  return (history.state as { words?: string } | null)?.words ?? ''
}
