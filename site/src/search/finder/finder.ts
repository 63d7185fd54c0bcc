import { findDuties } from '#domain/search/duties/findDuties'
import type { DutyBook } from '#domain/search/dutyBook'
import { isWordless } from '#domain/search/words/asked'
import { needsTraditional } from '#domain/search/words/traditionalIn'
import { dutyBook } from '../dutyFile.ts'
import { addressOf } from '../siteRoot.ts'
import { readable } from '../traditional.ts'
import { makeCombobox, type Offered } from './combobox.ts'
import { offeredDuties } from './offeredDuties.ts'

/** A text so short says nothing yet. */
const LEAST = 2
const LOADING = '正在打开权责清单……'
const FAILED = '权责清单没有打开。按“查”再试，或从“权责”一栏里找。'
const UNREAD = '认繁体字用的字表没有打开。按“查”再试，或改用简体字。'

/** Makes a question box answer while somebody types; the list is fetched when the box is first turned to. */
export function attachFinder(form: HTMLFormElement): void {
  const input = form.elements.namedItem('q') as HTMLInputElement
  let book: DutyBook | null = null
  let state = LOADING
  const box = makeCombobox(input, { offer, choose: (path) => location.assign(addressOf(path)) })

  function offer(text: string): Offered | null {
    if (text.trim().length < LEAST) return null
    const isReadable = !needsTraditional(text)
    if (isReadable && isWordless(text)) return null
    if (isReadable && book) return offeredDuties(findDuties(book, text), book, text)
    load(text)
    return { said: state, heard: state, options: [] }
  }

  function load(text = ''): void {
    dutyBook()
      .then((loaded) => {
        book = loaded
        return readable(text)
      })
      .then(
        () => box.refresh(),
        () => {
          const failed = book ? UNREAD : FAILED
          if (state === failed) return
          state = failed
          box.refresh()
        },
      )
  }

  const first = () => {
    input.removeEventListener('focus', first)
    load()
  }
  input.addEventListener('focus', first)
  if (document.activeElement === input) {
    first()
    box.refresh()
  }
}
