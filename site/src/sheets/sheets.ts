/** Component by which each kind of page is printed; it takes the view as its only property. */
type Sheet = (_props: { view: never }) => unknown

export const SHEETS: Record<string, Sheet> = {}
