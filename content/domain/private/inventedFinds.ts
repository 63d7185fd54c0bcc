import { findId, type PrivateDecision } from './decisions.ts'
import type { PrivateKind } from './usualForms.ts'

/** What looks private in the demonstration and is invented, as its makers looked through it. */
const INVENTED: readonly [PrivateKind, string][] = [
  ['人名', '叶子一 戴帽系 房东先 田水小 舒华庭 车清运 黄土露'],
  ['病情或家事', '得了白血病 心梗 有哮喘 有心脏病 有高血压 糖尿病 脑出血 透析 骨折 卧床 做手术 做过手术'],
  ['病情或家事', '怀孕 坐月子 智力残疾 失明 吃低保 债务 坐牢 非婚生'],
]

/** The decisions that the demonstration brings along: nobody is behind its words, and its records are marked as invented. */
export const INVENTED_DECISIONS: readonly PrivateDecision[] = INVENTED.flatMap(([kind, words]) =>
  words.split(' ').map((text) => ({
    find: findId(kind, text),
    kind,
    decision: 'kept' as const,
    reason: '演示数据，虚构的',
    by: 'shipped',
    at: '2026-11-28T00:00:00.000Z',
  })),
)
