/** Places in a file of the domain where a record can be refused by a rule of our own. */
export function rulesOf(source: string): number {
  const own = source.replaceAll(/const say = .*/g, '')
  return [
    ...own.matchAll(/\.refine\(|\.superRefine\(\s*happenedInTime|\bsay\([`']|addIssue\(\{ .*message: '/g),
  ].length
}
