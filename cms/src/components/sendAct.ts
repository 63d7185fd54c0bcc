type Refusal = { errors?: { message?: string }[] }

/**
 * Sends an act of a person on records.
 * @returns null where it was done, and otherwise why not, in words
 */
export async function sendAct(address: string, body: object): Promise<string | null> {
  const answer = await fetch(address, {
    method: 'PATCH',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (answer?.ok) return null
  const said = (await answer?.json().catch(() => null)) as Refusal | null
  return said?.errors?.[0]?.message ?? '没有等到答复，不知道做成没有：请刷新页面看一看'
}
