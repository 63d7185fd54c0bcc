import { type Asked, type KeptState, readAsked, writeAsked } from '../searchAddress.ts'

/** The history of the tab: a search is an entry of it, without the page being loaded again. */

export function askedNow(): Asked {
  return readAsked(location.search, history.state as KeptState | null)
}

export function keptNow(): KeptState {
  return (history.state as KeptState | null) ?? {}
}

/** Makes a search the next entry of the history; the same search again makes none. */
export function pushAsked(asked: Asked): void {
  const { search, kept } = writeAsked(asked)
  const address = location.pathname + search
  if (address === location.pathname + location.search && kept.text === keptNow().text)
    history.replaceState(kept, '', address)
  else history.pushState(kept, '', address)
}

/** Puts a search in the place of the present entry. */
export function replaceAsked(asked: Asked): void {
  const { search, kept } = writeAsked(asked)
  history.replaceState(kept, '', location.pathname + search)
}

/** Keeps something more of the present entry. */
export function keep(more: Pick<KeptState, 'shown' | 'y'>): void {
  history.replaceState({ ...keptNow(), ...more }, '')
}
