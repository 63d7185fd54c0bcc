/** Whether somebody still has a password that the product made: it opens one's own account and the change of it only. */
export const mustChangePassword = (person: object | null | undefined): boolean =>
  (person as { passwordIsMade?: boolean | null } | null | undefined)?.passwordIsMade === true
