import { attachFinder } from './finder.ts'

/** The finder of a page that is not the search page; `startFinder.ts` fetches it. */
for (const form of document.querySelectorAll<HTMLFormElement>('form.find')) attachFinder(form)
