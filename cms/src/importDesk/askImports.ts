type Refusal = { errors?: { message: string }[] }

/** Asks an address of imports below `/api`. Throws the newsroom's own words where it refuses. */
export async function askImports<Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  address: string,
  body?: object | FormData,
): Promise<Answer> {
  const isForm = body instanceof FormData
  const answer = await fetch(`/api/${address}`, {
    method,
    credentials: 'include',
    ...(body
      ? {
          body: isForm ? body : JSON.stringify(body),
          ...(isForm ? {} : { headers: { 'content-type': 'application/json' } }),
        }
      : {}),
  }).catch(() => null)
  const said = (await answer?.json().catch(() => null)) as (Answer & Refusal) | null
  if (answer?.ok && said) return said
  throw new Error(said?.errors?.[0]?.message ?? '没有等到答复：请检查网络，再试一次')
}

/** A fault as the sentence that is shown. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
