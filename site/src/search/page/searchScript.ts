import { attachFinder } from '../finder/finder.ts'
import { takeOver } from '../longText.ts'
import { KeptPlace } from './keptPlace.ts'
import { SearchPage } from './searchPage.ts'
import { askedNow, keptNow, replaceAsked } from './tabHistory.ts'

/** The script of the search page: the finder at its box, and everything that can be found below it. */
const form = document.querySelector<HTMLFormElement>('form.find')
const root = document.getElementById('jieguo')
if (form && root) {
  const input = form.elements.namedItem('q') as HTMLInputElement
  input.removeAttribute('maxlength')
  attachFinder(form)
  const place = new KeptPlace()
  const page = new SearchPage(form, root, place)
  const handed = takeOver()
  if (handed !== null) replaceAsked({ text: handed.trim(), facets: {} })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    page.ask({ text: input.value.trim(), facets: {} })
  })
  // Links to another search of this page, such as the examples, need no new page either.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a')
    if (
      !link ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey
    )
      return
    if (link.pathname !== location.pathname || link.origin !== location.origin || !link.search) return
    event.preventDefault()
    page.ask({ text: new URLSearchParams(link.search).get('q') ?? '', facets: {} })
  })
  addEventListener('popstate', () => {
    place.goBackTo(keptNow().y)
    void page.show()
  })
  if (askedNow().text !== '') {
    place.goBackTo(keptNow().y)
    void page.show()
  }
}
