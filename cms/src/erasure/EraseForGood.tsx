'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { askNewsroom, wordsOf } from '../components/askNewsroom.ts'
import { placeName } from './placeName.ts'

type Found = {
  counts: Record<string, number>
  inTheWay: string | null
  files: number
  backups: { name: string; holds: boolean }[]
}
type State = 'asking' | 'looking' | 'erasing' | 'done'

/** Where an administrator erases words or a photo for good: he sees first where they stand, and says why. */
export function EraseForGood() {
  const [sought, setSought] = useState('')
  const [isPhoto, setIsPhoto] = useState(false)
  const [reason, setReason] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [state, setState] = useState<State>('asking')
  const [fault, setFault] = useState('')
  const [title, what, why] = [useId(), useId(), useId()]

  const ask = async (more: object): Promise<Found | null> => {
    setFault('')
    const photo = /^\d+$/.test(sought.trim()) ? Number(sought) : sought.trim()
    const body = { ...(isPhoto ? { photo } : { words: sought }), ...more }
    return askNewsroom<Found>('POST', '/api/erasure', { body, lost: '没有等到答复：请再看一遍' }).catch(
      (error) => {
        setFault(wordsOf(error))
        return null
      },
    )
  }
  const look = async () => {
    setState('looking')
    setFound(await ask({}))
    setState('asking')
  }
  const erase = async () => {
    setState('erasing')
    const gone = await ask({ counts: found?.counts, reason })
    setState(gone ? 'done' : 'asking')
  }
  const change = (value: string, photo: boolean) => {
    setSought(value)
    setIsPhoto(photo)
    setFound(null)
    setState('asking')
  }
  const places = Object.entries(found?.counts ?? {})

  return (
    <details className="erase-for-good">
      <summary id={title}>彻底清除（泄露了个人信息时用）</summary>
      <p>
        从草稿、历次保存、回收站、历史、导入的内容和旧版本的文件里清除一段文字或一张照片，不能找回。公开的先更正或撤下。备份不动：哪些备份里还有，下面会列出来。
      </p>
      <label>
        <input checked={!isPhoto} name={title} onChange={() => change('', false)} type="radio" />
        一段文字
      </label>
      <label>
        <input checked={isPhoto} name={title} onChange={() => change('', true)} type="radio" />
        一张照片
      </label>
      <label htmlFor={what}>
        {isPhoto ? '照片的编号（打开照片，网址最后一段）' : '要清除的文字，一字不差'}
      </label>
      <input id={what} onChange={(event) => change(event.target.value, isPhoto)} type="text" value={sought} />
      <Button
        buttonStyle="secondary"
        disabled={sought.trim() === '' || state !== 'asking'}
        onClick={() => void look()}
      >
        先看看在哪
      </Button>
      {found && (
        <ul>
          {places.length === 0 && <li>数据库里没有。</li>}
          {places.map(([slug, count]) => (
            <li key={slug}>{`${placeName(slug)}：${count}处`}</li>
          ))}
          {found.files > 0 && <li>{`留着的导入文件：${found.files}个，会删掉`}</li>}
          {found.backups.map(({ name, holds }) => (
            <li key={name}>{`备份 ${name}：${holds ? '还有，请另外处理' : '没有找到'}`}</li>
          ))}
          {found.inTheWay && <li>{found.inTheWay}</li>}
        </ul>
      )}
      {found && !found.inTheWay && state !== 'done' && (
        <>
          <label htmlFor={why}>为什么（记在历史里，不要再写要清除的内容）</label>
          <textarea id={why} onChange={(event) => setReason(event.target.value)} rows={2} value={reason} />
          <Button buttonStyle="primary" disabled={state !== 'asking'} onClick={() => void erase()}>
            彻底清除，不能找回
          </Button>
        </>
      )}
      <output aria-live="polite">
        {state === 'looking' && '正在找……'}
        {state === 'erasing' && '正在清除……'}
        {state === 'done' && '已经清除。旧版本的文件由发布进程清掉，通常几分钟。'}
        {fault}
      </output>
    </details>
  )
}
