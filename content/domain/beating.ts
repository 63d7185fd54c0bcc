/** Things after which there is a beat: few enough that they take a fraction of a second. */
const EVERY = 500

/** Nobody watches. */
export const NO_BEAT = (): void => {}

/**
 * The same things one after the other, with a beat now and then: whoever watches a process sees that work which lets
 * nothing in between still goes on.
 */
export function* beating<T>(of: Iterable<T>, beat: () => void): Generator<T> {
  let done = 0
  for (const each of of) {
    yield each
    if (++done % EVERY === 0) beat()
  }
}
