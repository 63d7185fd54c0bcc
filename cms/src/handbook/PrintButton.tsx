'use client'

/** Puts the handbook on paper. */
export const PrintButton = () => (
  <button onClick={() => window.print()} type="button">
    打印
  </button>
)
