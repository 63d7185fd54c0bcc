// Every newsroom of the tests makes and checks the passwords of five people. What they are derived by is Node's work: it is
// done in a thousandth of the rounds, by both sides alike, so that a side with other rounds is still noticed.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const FEWER = 1000
const derive = crypto.pbkdf2 as typeof crypto.pbkdf2 & { isQuick?: true }

if (!derive.isQuick) {
  const quick: typeof derive = (password, salt, iterations, ...rest) =>
    derive(password, salt, Math.ceil(iterations / FEWER), ...rest)
  quick.isQuick = true
  crypto.pbkdf2 = quick
  syncBuiltinESMExports()
}
