import { useCallback, useEffect, useRef, useState } from 'react'
import type { Mapping } from '#domain/imports/mapping'
import { wordsOf } from '../components/askNewsroom.ts'
import type { ShownUpload } from '../endpoints/importFiles.ts'
import type { PointedHeads } from '../imports/uploads/pointedHeads.ts'
import { askImports } from './askImports.ts'

/** What the person points at: `saved` takes a mapping of that name instead. */
export type Pointing = {
  table?: Mapping['table']
  sheet?: string
  headRows?: { first: number; last: number }
  saved?: string
}

const FILE = 'file'

/** The file that is at hand, its columns and the mapping that is being made for it. The address keeps which file it is. */
export function useImportDesk() {
  const [file, setFile] = useState<ShownUpload | null>(null)
  const [pointed, setPointed] = useState<PointedHeads | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [busy, setBusy] = useState<'file' | 'heads' | null>(null)
  const [faults, setFaults] = useState<{ file?: string; heads?: string }>({})

  /** Counts the files that were chosen: the answer for one before the last is not shown. */
  const chosen = useRef(0)

  const point = useCallback(async (id: string, pointing: Pointing) => {
    setBusy('heads')
    setFaults({})
    try {
      const heads = await askImports<PointedHeads>('POST', `import-files/${id}/heads`, pointing)
      setPointed(heads)
      setMapping((before) => ({ ...heads.mapping, name: heads.mapping.name || before?.name || '' }))
    } catch (error) {
      setFaults({ heads: wordsOf(error) })
    }
    setBusy(null)
  }, [])

  const open = useCallback(
    async (ask: Promise<ShownUpload>) => {
      const mine = ++chosen.current
      setBusy('file')
      setFaults({})
      try {
        const shown = await ask
        if (mine !== chosen.current) return
        setFile(shown)
        setPointed(null)
        setMapping(null)
        const url = new URL(window.location.href)
        url.searchParams.set(FILE, shown.id)
        window.history.replaceState(null, '', url)
        await point(shown.id, {})
      } catch (error) {
        if (mine !== chosen.current) return
        setFaults({ file: wordsOf(error) })
      }
      setBusy(null)
    },
    [point],
  )

  useEffect(() => {
    const id = new URL(window.location.href).searchParams.get(FILE)
    if (id) void open(askImports<ShownUpload>('GET', `import-files/${id}`))
  }, [open])

  const upload = (picked: File) => {
    const form = new FormData()
    form.set('file', picked)
    return open(askImports<ShownUpload>('POST', 'import-files', form))
  }
  return { file, pointed, mapping, setMapping, busy, faults, upload, point }
}
