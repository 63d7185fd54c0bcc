/** How often a department's name is changed: it touches thousands of pages where cases are many. */
export const departmentTimes = (size: number, times: number) =>
  size <= 3000 ? times : Math.max(1, Math.round(times / 10))
/** How often search is asked for new words. */
export const foundTimes = (size: number) => (size <= 20_000 ? 3 : 1)
