/** A refusal before Payload is asked, in the form of Payload's own. */
export function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json(
    { errors: [{ message }] },
    { status, headers: { 'cache-control': 'no-store', ...headers } },
  )
}

/** What an answer of the library means where it has no words of ours. */
const WORDS: Record<number, string> = {
  400: '请求写得不对：请检查地址、参数和内容',
  401: '请先登录',
  403: '您无权执行此操作',
  404: '没有这一条',
  405: '这里不能这样做',
  409: '和已有的内容冲突，没有保存',
  413: '内容太大，没有保存',
  415: '不收这种内容',
  423: '这条记录正由别人打开编辑，没有保存：请等对方保存，或在编辑页里接手',
  429: '请求太多：请过一会儿再试',
  501: '没有这个功能',
}
const FAULT = '出了故障，没有完成：请再试一次；还不行请管理员查看 DATA_DIR/logs'

/** Whether words are ours: the library's own for programmers are English. */
const isChinese = (words: unknown) => typeof words === 'string' && /[\u4e00-\u9fff]/.test(words)

type Failure = { message?: unknown; errors?: { message?: unknown; data?: unknown }[] }

/** A failed answer in words that an editor reads; whatever else it says stays. */
export async function inWords(answer: Response): Promise<Response> {
  if (answer.status < 400 || !answer.headers.get('content-type')?.includes('json')) return answer
  const body = (await answer.json().catch(() => ({}))) as Failure
  const words = WORDS[answer.status] ?? FAULT
  const errors =
    Array.isArray(body.errors) && body.errors.length > 0 ? body.errors : [{ message: body.message }]
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const said = errors.map((error) => ({
    ...error,
    message: isChinese(error.message) ? error.message : words,
  }))
  const { message: _, ...rest } = body
  return Response.json({ ...rest, errors: said }, { status: answer.status, headers })
}
