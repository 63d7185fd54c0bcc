import { SAID_HEADER } from './saySaved.ts'

/** The answer to a save with what the save did as its message, in place of the library's own. */
export async function withSaid(answer: Response): Promise<Response> {
  const said = answer.headers.get(SAID_HEADER)
  if (said === null) return answer
  const headers = new Headers(answer.headers)
  headers.delete(SAID_HEADER)
  if (!answer.ok) return new Response(answer.body, { status: answer.status, headers })
  headers.delete('content-length')
  const body = (await answer.json()) as object
  return Response.json({ ...body, message: decodeURIComponent(said) }, { status: answer.status, headers })
}
