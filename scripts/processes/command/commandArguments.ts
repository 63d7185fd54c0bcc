import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { EXIT, type ExitCode, Refusal } from './refusal.ts'

/** What a command takes after `--`. */
export type Taking<O extends ParseArgsOptionsConfig> = {
  /** The command as it is to be typed, for the refusal. */
  usage: string
  options?: O
  /** How many words beside options it needs at least and takes at most. */
  words?: { least: number; most: number }
  /** Exit code of a refusal. */
  code?: ExitCode
}
type Config<O extends ParseArgsOptionsConfig> = ParseArgsConfig & {
  options: O
  strict: true
  allowPositionals: true
}
type Parsed<O extends ParseArgsOptionsConfig> = {
  values: ReturnType<typeof parseArgs<Config<O>>>['values']
  words: string[]
}

/**
 * Reads a command's arguments. A slip of the hand (`--ful`) is refused with the usage, never passed over: the command
 * would do something other than was asked for.
 * @throws {Refusal} what was not understood, and what can be written
 */
export function commandArguments<O extends ParseArgsOptionsConfig>(
  { usage, options, words = { least: 0, most: 0 }, code = EXIT.unexpected }: Taking<O>,
  args: readonly string[] = process.argv.slice(2),
): Parsed<O> {
  let parsed: Parsed<O>
  try {
    const given = parseArgs<Config<O>>({
      args: [...args],
      options: options ?? ({} as O),
      strict: true,
      allowPositionals: true,
    })
    parsed = { values: given.values, words: given.positionals }
  } catch {
    throw new Refusal(`看不懂 ${args.join(' ')}。用法：${usage}`, code)
  }
  const { length } = parsed.words
  if (length < words.least || length > words.most || parsed.words.includes(''))
    throw new Refusal(
      `${length < words.least ? '少了参数' : `多了参数 ${parsed.words.slice(words.most).join(' ')}`}。用法：${usage}`,
      code,
    )
  return parsed
}

/** The same for a command that has not begun anything: a refusal is printed and ends it. */
export function argumentsOrEnd<O extends ParseArgsOptionsConfig>(taking: Taking<O>): Parsed<O> {
  try {
    return commandArguments(taking)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    return process.exit(error.code)
  }
}
