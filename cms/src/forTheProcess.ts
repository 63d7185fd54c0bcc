/** Makes something once for the whole process: the bundler loads a module anew for each entry, and what entries share must not differ. */
export function forTheProcess<Thing>(name: string, make: () => Thing): Thing {
  const all = globalThis as unknown as Record<symbol, Thing>
  const key = Symbol.for(`shaoxiang.${name}`)
  all[key] ??= make()
  return all[key]
}
