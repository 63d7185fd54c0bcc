const ZONE = 'Asia/Shanghai'

/**
 * Makes Shanghai time the zone of whatever formats a moment without naming one, on the server and in the browser: the
 * library asks the machine, and would tell two people two times of one save.
 */
export function keepShanghaiTime(): void {
  const Native = Intl.DateTimeFormat
  if (new Native().resolvedOptions().timeZone === ZONE) return
  type Args = ConstructorParameters<typeof Intl.DateTimeFormat>
  const inZone = ([locales, options]: Args): Args => [
    locales,
    { ...options, timeZone: options?.timeZone ?? ZONE },
  ]
  Intl.DateTimeFormat = new Proxy(Native, {
    construct: (target, args) => new target(...inZone(args as Args)),
    apply: (target, _, args) => new target(...inZone(args as Args)),
  })
}
