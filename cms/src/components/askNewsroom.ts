type Refusal = { errors?: { message?: string }[] }

/** The newsroom refused what was asked; the message is its own sentence. */
export class Refused extends Error {}

type Asked = {
  /** Goes along as JSON, or as a form. */
  body?: object | undefined
  /** What is said where there is no answer: whether something was done is not known then. */
  lost: string
  signal?: AbortSignal
}

/** Asks an address of the newsroom. Throws a sentence to be shown: its own ({@link Refused}), or that no answer came. */
export async function askNewsroom<Answer>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  address: string,
  { body, lost, signal }: Asked,
): Promise<Answer> {
  const isForm = body instanceof FormData
  const answer = await fetch(address, {
    method,
    credentials: 'include',
    ...(signal ? { signal } : {}),
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    ...(body && !isForm ? { headers: { 'content-type': 'application/json' } } : {}),
  }).catch(() => null)
  const said = (await answer?.json().catch(() => null)) as (Answer & Refusal) | null
  if (answer?.ok && said) return said
  const words = said?.errors?.[0]?.message
  throw words ? new Refused(words) : new Error(lost)
}

/** A fault as the sentence that is shown. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
