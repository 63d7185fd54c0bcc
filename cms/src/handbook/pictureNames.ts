/** Pictures of screens, in the order in which the handbook shows them. */
export const PICTURE_NAMES = [
  'today',
  'case-what',
  'case-course',
  'case-result',
  'case-private',
  'photo',
  'way',
  'withdrawal',
  'list',
  'history',
  'person',
  'four-eyes',
] as const
export type PictureName = (typeof PICTURE_NAMES)[number]

/** What somebody who does not see a picture is told. */
export const PICTURE_WORDS: Record<PictureName, string> = {
  today: '首页的“今天要做什么”',
  'case-what': '新建事项：什么事、在哪',
  'case-course': '新建事项：谁来、经过',
  'case-result': '新建事项：结果',
  'case-private': '新建事项：不公开的几格',
  photo: '上传照片的表单',
  way: '一件事项的右边一栏：办到哪一步，变更说明',
  withdrawal: '撤下时问理由的框',
  list: '事项的列表，上面是下载为工作簿',
  history: '历史：谁在什么时候做了什么',
  person: '新建人员的表单',
  'four-eyes': '编辑部设置',
}
