import { AsyncLocalStorage } from 'node:async_hooks'
import { forTheProcess } from './forTheProcess.ts'

/** Whoever asks, for as long as the answer takes. */
export type Caller = {
  /** Turns to write that it has. */
  turns: number
  /** Its session was found before Payload looked for it. */
  isSignedIn: boolean
}

const callers = forTheProcess('callers', () => new AsyncLocalStorage<Caller>())

/** Lets all that happens during `work` count as one caller, so that a write that waits for itself is known at once. */
export const asOneCaller = <Result>(work: () => Result, isSignedIn = false): Result =>
  callers.run({ turns: 0, isSignedIn }, work)

/** The caller of this moment; undefined outside of `asOneCaller`. */
export const theCaller = (): Caller | undefined => callers.getStore()
