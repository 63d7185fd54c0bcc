'use client'

/** Stands where the library would offer to take back without a reason: that is asked by the button beside the others. */
export function NoBareWithdrawal() {
  return null
}
