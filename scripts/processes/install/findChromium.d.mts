/** A Chromium for the browser tests and the bench: where it is, or why there is none, in words. */
export function findChromium(
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): { path: string } | { missing: string }
