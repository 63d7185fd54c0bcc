import type { Answer, Asked } from './answer.ts'

/** The answer to marks alone: nothing was asked, so nothing is found and nothing is near. */
export function nothingAsked(asked: Asked): Answer {
  return {
    asked,
    words: [],
    leavesOver: false,
    total: null,
    byTable: null,
    casesByScope: null,
    hits: [],
    hasMore: false,
    duties: new Map(),
    marks: [],
    holding: null,
  }
}
