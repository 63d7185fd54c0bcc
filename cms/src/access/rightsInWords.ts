import { ROLE_LABELS, type Role } from '#domain/vocabulary'
import { type Operation, type Place, type Reach, reachOf } from './matrix.ts'

const READS: Record<Reach, string> = {
  none: '不能看',
  own: '能看自己的',
  'own and public': '能看自己的和已公开的',
  all: '能看全部',
}
const WRITES: Record<Reach, string> = {
  none: '不能改',
  own: '能写自己的',
  'own and public': '能写自己的',
  all: '能写全部',
}

/** What a role may do at a place of the admin, as one sentence out of the matrix. */
export function rightsInWords(role: Role, place: Place): string {
  const reach = (operation: Operation) => reachOf(role, place, operation)
  const said = [READS[reach('read')], WRITES[reach('update')]]
  if (reach('create') === 'own' && reach('update') === 'none') said[1] = '能新建，不能再改'
  const isPublished = reachOf('publisher', place, 'publish') !== 'none'
  if (isPublished && reach('update') !== 'none') {
    if (reach('submit') !== 'none' && reach('publish') === 'none') said.push('写好了交上去')
    if (reach('return') !== 'none' && reach('publish') === 'none') said.push('能退回')
    said.push(reach('publish') === 'none' ? '公开、更正和撤下由发布人来做' : '能批准、发布、更正、撤下')
  }
  if (reach('delete') !== 'none') said.push('能删除')
  if (
    reach('read') === 'all' &&
    reach('readPrivate') === 'none' &&
    reachOf('editor', place, 'readPrivate') !== 'none'
  )
    said.push('看不到不公开的内容')
  return `你是${ROLE_LABELS[role]}：${said.join('，')}。`
}
