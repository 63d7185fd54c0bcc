/** A count in digits or in Han signs. */
export const COUNT = '(?:[0-9]{1,4}|[一二三四五六七八九十百零〇两]{1,5})'
/** One building of a compound. */
export const BUILDING = `(?:(?<![0-9A-Za-z一二三四五六七八九十百共每几各第同])${COUNT}|(?<![A-Za-z])[A-Za-z][0-9]{0,2}|[甲乙丙丁])\\s?#?\\s?(?:栋|幢|号楼|座(?!位|谈|机|椅|城|桥)|楼栋|#楼|#(?=[\\s-]?[0-9一二三四五六七八九]{1,2}(?:单元|-[0-9])))`
/** One entrance of a building. */
export const UNIT = `(?:(?<![0-9一二三四五六七八九十])${COUNT}|[甲乙丙丁])\\s?单元`
export const FLOOR = `${COUNT}\\s?(?:楼|层)`
