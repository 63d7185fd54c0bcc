// Every newsroom of the tests makes and checks the passwords of five people. What they are derived by is Node's work: it is
// done in a thousandth of the rounds, by both sides alike, so that a side with other rounds is still noticed.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

type Derive = typeof crypto.pbkdf2
const FEWER = 1000
const found = crypto.pbkdf2 as Derive & { thorough?: Derive }
const thorough: Derive = found.thorough ?? found

const quick: Derive & { thorough: Derive } = Object.assign(
  (...[password, salt, iterations, ...rest]: Parameters<Derive>) =>
    thorough(password, salt, Math.ceil(iterations / FEWER), ...rest),
  { thorough },
)
use(quick)

/** Derives as Node does until the end of the file: for passwords that were made elsewhere. */
export const derivePasswordsThoroughly = (): void => use(thorough)

function use(derive: Derive): void {
  crypto.pbkdf2 = derive
  syncBuiltinESMExports()
}
