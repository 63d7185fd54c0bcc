/** What is wrong, beside what it is about. */
export function Fault({ words }: { words: string | null | undefined }) {
  return words ? (
    <p className="field-fault" role="alert">
      {words}
    </p>
  ) : null
}

/** That something is under way. */
export function Busy({ isOn, words }: { isOn: boolean; words: string }) {
  return <output aria-live="polite">{isOn ? words : ''}</output>
}
