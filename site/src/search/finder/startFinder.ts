import { ADDRESS_CHARACTERS, handOver } from '../longText.ts'
import { runScript } from '../scriptFile.ts'
import { addressOf } from '../siteRoot.ts'
import { keepWords, keptWords } from './keptWords.ts'

/**
 * The one script of a page with the question box: it fetches the finder when somebody turns to the box, and keeps a
 * long text out of the address. Everything else of the page is there without it.
 */
const forms = document.querySelectorAll<HTMLFormElement>('form.find')

let asked = false
function wake(): void {
  if (asked) return
  asked = true
  runScript(addressOf('finder.js')).catch(() => {
    asked = false
    for (const form of forms) form.setAttribute('data-failed', '边打边答没有打开；按“查”照样能找。')
  })
}

for (const form of forms) {
  const input = form.elements.namedItem('q') as HTMLInputElement
  input.removeAttribute('maxlength')
  form.addEventListener('pointerdown', wake)
  form.addEventListener('focusin', wake)
  if (document.activeElement === input) wake()
  if (input.value === '') input.value = keptWords()
  form.addEventListener('submit', (event) => {
    keepWords(input.value)
    if (input.value.length <= ADDRESS_CHARACTERS) return
    event.preventDefault()
    handOver(input.value)
    location.href = form.action
  })
}
