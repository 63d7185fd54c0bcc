import { draw, drawInto } from '../draw.ts'
import { el, type Tree } from '../tree.ts'

/** What stands below the box while somebody types. */
export type Offered = {
  /** What has to be done before anything else, above all. */
  first?: Tree | null
  /** A sentence above the options; also all there is when nothing is offered. */
  said: string | null
  /** What a screen reader hears after a pause. */
  heard: string
  options: readonly { path: string; content: readonly Tree[] }[]
}

type Hooks = {
  /** What to offer for a text; null for nothing at all. */
  offer: (text: string) => Offered | null
  /** Somebody chose an option with the arrows and Enter, or pressed it. */
  choose: (path: string) => void
}

/** Milliseconds of quiet before the number of options is said aloud. */
const QUIET = 600

let boxes = 0

/**
 * Makes an input a combobox with a list below it, after the pattern of the ARIA guide. Enter takes an option only when
 * the arrows have chosen one; otherwise the form is submitted as ever. While an input method composes, no key is ours.
 */
export function makeCombobox(input: HTMLInputElement, { offer, choose }: Hooks): { refresh: () => void } {
  const id = `find-${++boxes}`
  const list = draw(
    el('ul', { id, role: 'listbox', 'aria-label': input.labels?.[0]?.textContent?.trim() ?? '' }),
  ) as HTMLElement
  const first = draw(el('div')) as HTMLElement
  const said = draw(el('p', { class: 'small quiet said' })) as HTMLElement
  const panel = draw(el('div', { class: 'offer', hidden: true })) as HTMLElement
  const heard = draw(el('p', { class: 'unseen', role: 'status' })) as HTMLElement
  panel.append(first, said, list)
  input.form?.append(panel, heard)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
  }))
    input.setAttribute(name, value)

  let offered: Offered | null = null
  let chosen = -1
  let quiet = 0

  function mark(place: number): void {
    chosen = place
    for (const [i, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(i === place))
    const option = list.children[place]
    if (option) {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }

  function close(): void {
    clearTimeout(quiet)
    offered = null
    heard.textContent = ''
    panel.hidden = true
    input.setAttribute('aria-expanded', 'false')
    mark(-1)
  }

  function show(): void {
    clearTimeout(quiet)
    offered = offer(input.value)
    if (!offered) {
      close()
      return
    }
    const { options, heard: words } = offered
    drawInto(first, offered.first ? [offered.first] : [])
    said.textContent = offered.said
    said.hidden = offered.said === null
    drawInto(
      list,
      options.map(({ content }, i) =>
        el('li', { id: `${id}-${i}`, role: 'option', 'aria-selected': 'false' }, content),
      ),
    )
    list.hidden = options.length === 0
    panel.hidden = false
    input.setAttribute('aria-expanded', String(options.length > 0))
    mark(-1)
    quiet = window.setTimeout(() => {
      heard.textContent = words
    }, QUIET)
  }

  function step(by: 1 | -1): void {
    if (!offered) show()
    const many = offered?.options.length ?? 0
    // One place more than there are options: none of them, which is the text as it was typed.
    if (many > 0) mark(((chosen + 1 + by + many + 1) % (many + 1)) - 1)
  }

  let composing = false
  input.addEventListener('compositionstart', () => {
    composing = true
  })
  input.addEventListener('compositionend', () => {
    composing = false
    show()
  })
  input.addEventListener('input', () => {
    if (!composing) show()
  })
  input.addEventListener('keydown', (event) => {
    // Some browsers send the Enter that ends a composition with this code and without the mark.
    if (event.isComposing || composing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape' && offered) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter') {
      const path = offered?.options[chosen]?.path
      if (path === undefined) {
        close()
        return
      }
      event.preventDefault()
      choose(path)
    }
  })
  input.addEventListener('blur', close)
  input.form?.addEventListener('submit', close)
  // Pressing the list must not take the focus away, or it would close before it is chosen.
  panel.addEventListener('pointerdown', (event) => event.preventDefault())
  panel.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as globalThis.Element).closest('[role=option]')
    const path = offered?.options[option ? [...list.children].indexOf(option) : -1]?.path
    if (path !== undefined) choose(path)
  })
  return { refresh: () => document.activeElement === input && !composing && show() }
}
