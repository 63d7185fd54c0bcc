import { type Config, defaultLoggerOptions } from 'payload'

/** An error with the status of an answer, whatever its class is called: a build shortens the names of classes. */
type Told = { err?: { status?: unknown; message?: unknown } }

/**
 * What the newsroom logs as it runs. Of what a caller did wrong (4xx) it is one line and not where in the code it was
 * found; of a fault of ours everything.
 */
export const serverLog: NonNullable<Config['logger']> = {
  options: {
    hooks: {
      logMethod(given, method) {
        const err = (given[0] as Told | undefined)?.err
        const status = Number(err?.status)
        if (status >= 400 && status < 500)
          method.call(this, `${status} ${String(err?.message).replace(/\s+/g, ' ')}`)
        else method.apply(this, given)
      },
    },
  },
  destination: defaultLoggerOptions,
}
