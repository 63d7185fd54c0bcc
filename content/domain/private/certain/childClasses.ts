import { isGivenName, mayBeGivenName } from '../doubtful/givenNames.ts'
import { surnameAt } from '../doubtful/surnames.ts'
import type { PrivateNumber } from '../privateNumbers.ts'

const NUMBER = '[0-9一二三四五六七八九十]{1,2}'
const CLASS = new RegExp(
  `(?:小学|[初高]中)?(?:[一二三四五六七八九1-9]年级|[初高][一二三]|[七八九六五四三二一](?=[(（\\s]?[0-9(（])|[1-9](?=[(（])|20[0-9]{2}级)(?:年级)?\\s?[(（]?\\s?${NUMBER}\\s?[)）]?\\s?班|(?:[大中小托]|学前|幼小)[一二三四五六1-9]班|(?<=幼儿园|园)[大中小托]班`,
  'g',
)
/** How far from a class a child is beside it. */
const BESIDE = 12
const CHILD = /(?:儿子|女儿|孙子|孙女|外孙|侄[子女儿]|[\u4e00-\u9fff]某)/
/** What children are called: 小宇, 乐乐. */
const CALLED =
  /(?<=^|[的学生叫是孩子童班,、:\s])小(?![区学时孩朋路巷便组班雨雪同])[\u4e00-\u9fff](?=[,，。的放在上被是]|同学|小朋友|$)/

/** A school class in a text of one spelling, and whether a child's name stands beside it, or only words for a child. */
export type ClassFound = PrivateNumber & { named: boolean }

/** The classes in a text that stand beside a child. */
export function childClasses(text: string): ClassFound[] {
  return [...text.matchAll(CLASS)].flatMap(({ 0: words, index }) => {
    const to = index + words.length
    const before = lastClause(text.slice(Math.max(0, index - BESIDE), index))
    const after = text.slice(to, to + BESIDE).split(/[。；;!！?？\n]/)[0] as string
    const named = [before, after].some((side) => hasName(side) || CALLED.test(side))
    if (!named && !CHILD.test(before) && !CHILD.test(after)) return []
    return [{ kind: '孩子的班级', from: index, to, named }]
  })
}

function lastClause(before: string): string {
  return before.split(/[。；;!！?？\n]/).at(-1) as string
}

/** Whether a surname and characters of given names stand together, as no other word does beside a class. */
function hasName(side: string): boolean {
  for (let at = 0; at < side.length; at++) {
    const surname = surnameAt(side, at)
    if (surname === 0) continue
    const given = /^[\u4e00-\u9fff]{1,2}/.exec(side.slice(at + surname))?.[0]
    if (
      given &&
      [given, given.slice(0, 1)].some(
        (g) =>
          (g.length === 1 ? isGivenName(g) : mayBeGivenName(g)) &&
          isBounded(side, at, at + surname + g.length),
      )
    )
      return true
  }
  return false
}

const BEFORE_NAME =
  /(?:^|[,，、:：()（）\s的班]|学生|同学|[女男]生|孩子|儿子|女儿|[孙侄][子女]|班长|[有是叫])$/
const AFTER_NAME = /^(?:$|[,，、:：()（）\s的在是被]|同学|放学|上学|[家骑和与说每]|小朋友|等)/
function isBounded(side: string, from: number, to: number): boolean {
  return BEFORE_NAME.test(side.slice(0, from)) && AFTER_NAME.test(side.slice(to))
}
