const TAB = '.tabs-field__tab-button'
/** Long enough for a tab or a row to be drawn, in milliseconds. */
const DRAWN = 350

/**
 * Leads to a field of the open form: opens its tab and its row, scrolls to it and puts the cursor there.
 * @param tab label of the tab that it stands in; undefined where there are no tabs
 */
export function goToField(path: string, tab: string | undefined): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(TAB)]
  buttons.find((button) => tab !== undefined && button.textContent?.includes(tab))?.click()
  setTimeout(() => {
    openRow(path)
    setTimeout(() => show(path), DRAWN)
  }, DRAWN)
}

/** Opens the row of a list that the field stands in, where it is closed. */
function openRow(path: string): void {
  const [, list, index] = /^(.+?)\.(\d+)\./.exec(path) ?? []
  const row = document.getElementById(`${list?.replaceAll('.', '-')}-row-${index}`)
  row?.querySelector<HTMLButtonElement>('.collapsible--collapsed .collapsible__toggle')?.click()
}

function show(path: string): void {
  const name = path.replaceAll('.', '__')
  const field = document.getElementById(`field-${name}`)
  field?.scrollIntoView({ block: 'center' })
  const input = field?.matches('input, textarea, select')
    ? field
    : field?.querySelector('input, textarea, select')
  ;(input as HTMLElement | null | undefined)?.focus()
}
