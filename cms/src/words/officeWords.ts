/** What the library calls something, and what a newsroom calls it; applied to every sentence of the library, in order. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/取消发布/g, '撤下'],
  [/未发布/g, '没有公开'],
  [/已发布/g, '已公开'],
  [/文档 ?ID|版本 ?ID/g, '编号'],
  [/ID 为/g, '编号为'],
  [/此文档|该文档|这个文档/g, '这一条'],
  [/文档/g, '记录'],
  [/仪表板/g, '首页'],
  [/小部件|小工具/g, '部件'],
  [/条目/g, '条'],
  [/集合/g, '栏目'],
  [/区块|(?<!模)块/g, '段'],
  [/电子邮件地址|电子邮件|电子邮箱/g, '邮箱'],
  [/用户/g, '人员'],
  [/账号/g, '账户'],
  [/垃圾箱/g, '回收站'],
  [/恢复/g, '找回'],
  [/接管/g, '接手'],
  [/他们/g, '对方'],
  [/您/g, '你'],
  [/以前的版本|历史版本|版本/g, '历史'],
  [/Payload 设置/g, '界面设置'],
  [/API 密钥/g, '接口密钥'],
]

/** Spaces that stand between Chinese and what is put in, and after a Chinese mark. */
const SPACES = /(?<=[\u4e00-\u9fff。，：！？」”}>]) +(?=[\u4e00-\u9fff<{「“\d])|(?<=[。，：！？]) +/g

type Tree = { [name: string]: string | Tree }

/** The library's sentences in the words of a newsroom, one word a concept. */
export function officeWords<T extends object>(sentences: T, own: Tree = {}): T {
  return Object.fromEntries(
    Object.entries(sentences as Tree).map(([name, sentence]) => {
      const given = own[name]
      if (typeof sentence !== 'string')
        return [name, officeWords(sentence, typeof given === 'object' ? given : {})]
      return [name, typeof given === 'string' ? given : inOfficeWords(sentence)]
    }),
  ) as T
}

/** Signing out is the one word in which 登出 is not 登录. */
function inOfficeWords(sentence: string): string {
  const signedOut = sentence.replace(/登出/g, '退出').replace(/登入/g, '登录')
  return WORDS.reduce((text, [word, office]) => text.replace(word, office), signedOut).replace(SPACES, '')
}
