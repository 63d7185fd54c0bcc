import type { Mapping } from '#domain/imports/mapping'

/** A mapping that tells something, or no longer does. */
export function withTold<Name extends keyof Mapping>(
  mapping: Mapping,
  name: Name,
  value: Mapping[Name] | undefined,
): Mapping {
  const { [name]: _, ...rest } = mapping
  return (value === undefined ? rest : { ...rest, [name]: value }) as Mapping
}
