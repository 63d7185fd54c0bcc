import { type Element, el } from './tree.ts'

/** Something could not be loaded: what, and a button that tries again. Never a number beside it. */
export function problem(words: string): Element {
  return el(
    'div',
    { class: 'wrong sub', role: 'alert' },
    el('p', {}, words),
    el(
      'p',
      { class: 'more' },
      el('button', { type: 'button', class: 'link', 'data-again': true }, '再试一次'),
    ),
  )
}

/** Runs something once when the button of a drawn problem is pressed. */
export function onAgain(root: HTMLElement, again: () => void): void {
  root.querySelector('[data-again]')?.addEventListener('click', again, { once: true })
}
