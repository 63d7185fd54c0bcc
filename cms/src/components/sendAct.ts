import { keepForReload } from '../told/afterReload.ts'
import { askNewsroom, wordsOf } from './askNewsroom.ts'

/** What is said where it is not known whether an act was done. */
export const UNANSWERED = '没有等到答复，不知道做成没有：请刷新页面看一看'

/**
 * Sends an act of a person on records; the page that opens after it says what it did.
 * @returns null where it was done, and otherwise why not, in words
 */
export async function sendAct(address: string, body: object): Promise<string | null> {
  return askNewsroom<{ message?: string }>('PATCH', address, { body, lost: UNANSWERED }).then(
    ({ message }) => {
      if (message) keepForReload(message)
      return null
    },
    wordsOf,
  )
}
