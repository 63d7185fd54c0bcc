import { nameSameness } from '../cleanText.ts'
import type { FieldTarget } from './fieldTargets.ts'

/**
 * Words that offices use for the values of closed lists, beside the list's own. Words that may mean several (已解决,
 * 已回复, 归档) are none of them: they are asked.
 */
const USUAL: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  status: {
    waiting: ['未到场', '待派', '待派单', '待受理', '未处理', '待处理', '未办理'],
    handling: ['在办', '处理中', '正在办理', '正在处理', '跟进中', '未办结', '办理', '推进中'],
    planned: ['列入计划', '列入议程', '纳入计划', '计划中'],
    done: [
      '已办结',
      '办结',
      '办结待结案',
      '已办理',
      '办理完毕',
      '已完成',
      '完成',
      '已处理',
      '处理完毕',
      '完结',
    ],
    closed: ['结案', '已结案', '村社已结案', '社区已结案'],
    reopened: ['重新办理', '退回重办', '返工'],
  },
  kind: {
    community: ['村社', '社区吹哨', '村吹哨', '社区', '村社区'],
    resident: ['群众', '居民吹哨', '居民', '市民'],
    reminder: ['提醒', '提示函'],
    assignment: ['交办', '交办函'],
    supervision: ['督办', '督办函'],
    government: ['政府', '机关', '行政机关', '局', '区直部门'],
    utility: ['企业', '公用事业', '国企', '水电气'],
    command: ['指挥部'],
  },
  urgency: {
    routine: ['日常', '一般', '普通', '常规'],
    tough: ['攻坚', '重点', '疑难'],
    emergency: ['应急', '紧急', '特急', '突发'],
  },
  level: { office: ['处'], community: ['居委会', '居'], village: ['村委会', '行政村'] },
}

/** The value that a word stands for, or undefined when only a person knows. A table of the mapping has the first word. */
export function valueOfWord(
  target: FieldTarget,
  word: string,
  own: Readonly<Record<string, string | null>> = {},
): string | null | undefined {
  const same = nameSameness(word)
  const known = Object.entries(own).find(([each]) => nameSameness(each) === same)
  if (known) return known[1]
  const values = target.values ?? {}
  const listed = Object.entries(values).find(([code, label]) => code === word || nameSameness(label) === same)
  if (listed) return listed[0]
  const usual = Object.entries(USUAL[target.field] ?? {}).find(
    ([code, words]) => code in values && words.some((each) => nameSameness(each) === same),
  )
  return usual?.[0]
}
