/** The data of a request: what a script sends as JSON, and a form of the admin in a part called `_payload`. Null when there is none. */
export async function readGiven(request: Request): Promise<Record<string, unknown> | null> {
  try {
    const isJson = request.headers.get('content-type')?.startsWith('application/json')
    const text = isJson ? await request.text() : (await request.formData()).get('_payload')
    return JSON.parse(String(text)) as Record<string, unknown> | null
  } catch {
    return null
  }
}
