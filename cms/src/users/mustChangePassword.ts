/** Whether somebody still has a password that the product made: it opens one's own account and the change of it only. */
export const mustChangePassword = (person: object | null | undefined): boolean =>
  (person as { passwordIsMade?: boolean | null } | null | undefined)?.passwordIsMade === true

/** What they are told who still have a password that the product made; what to do stands first, where a narrow line is cut. */
export const OWN_PASSWORD_FIRST = '先换密码：这个密码是系统给的，在自己的账户里换成自己的，再做别的'
