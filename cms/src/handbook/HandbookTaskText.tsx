import type { HandbookTask } from './handbookTask.ts'
import { PICTURE_WORDS } from './pictureNames.ts'
import { type StepPart, stepParts } from './stepParts.ts'

/** A task of the handbook: its steps, and the screen on which it is done. */
export function HandbookTaskText({ task, called }: { task: HandbookTask; called: (name: string) => string }) {
  const { id, title, steps, picture } = task
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{stepParts(step, called).map(piece)}</li>
        ))}
      </ol>
      {picture && (
        <figure>
          <img alt={PICTURE_WORDS[picture]} src={`/api/handbook-picture?name=${picture}`} />
          <figcaption>{PICTURE_WORDS[picture]}</figcaption>
        </figure>
      )}
    </section>
  )
}

const piece = ({ text, name }: StepPart, at: number) =>
  name === null ? text : <strong key={`${at}-${name}`}>{text}</strong>
