/** Kinds of private numbers that must not stand in published text, each with the shape that gives it away. */
const MARKS: readonly { kind: string; shape: RegExp }[] = [
  {
    kind: '身份证号',
    shape:
      /(?<![\dA-Fa-f])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Fa-f])/,
  },
  { kind: '手机号', shape: /(?<![\w.-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\w.-])/ },
  {
    kind: '车牌号',
    shape:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/,
  },
]

/** The first private number in a text, or null. */
export function findPrivate(text: string): { kind: string; text: string } | null {
  for (const { kind, shape } of MARKS) {
    const found = shape.exec(text)
    if (found) return { kind, text: found[0] }
  }
  return null
}
