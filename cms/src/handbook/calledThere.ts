import type { FlattenedField, SanitizedConfig } from 'payload'
import { CHANGE_KIND_LABELS, ROLE_LABELS, STEP_LABELS } from '#domain/vocabulary'
import { adminWords } from '../words/adminWords.ts'

/** Closed lists out of which a step may name a word. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  step: STEP_LABELS,
  role: ROLE_LABELS,
  change: CHANGE_KIND_LABELS,
}

/**
 * What the newsroom calls what the handbook names.
 * @throws when there is no such thing (any more): the handbook is wrong, in words
 */
export function calledThere(config: SanitizedConfig, name: string): string {
  const found = name.startsWith('!') ? name.slice(1) : (wordOf(name) ?? labelAt(config, name.split('.')))
  if (!found) throw new Error(`手册里的 {${name}} 在编辑部里没有：字段改了名，手册也要改`)
  return found
}

function wordOf(name: string): string | undefined {
  const [list = '', word, ...rest] = name.split(':')
  if (list === '') return sentence([word ?? '', ...rest])
  return word === undefined ? undefined : LISTS[list]?.[word]
}

/** A sentence of the library, as the newsroom says it. */
function sentence(steps: readonly string[]): string | undefined {
  let at: unknown = adminWords.translations
  for (const step of steps) at = (at as Record<string, unknown> | undefined)?.[step]
  return typeof at === 'string' ? at : undefined
}

/** The label of a list, a global or a field of one, by its path. */
function labelAt(
  { collections, globals }: SanitizedConfig,
  [slug = '', ...path]: string[],
): string | undefined {
  const list = collections.find((each) => each.slug === slug)
  const global = globals.find((each) => each.slug === slug)
  if (path.length === 0) return text(list?.labels.plural ?? global?.label)
  let fields: FlattenedField[] = list?.flattenedFields ?? global?.flattenedFields ?? []
  let label: string | undefined
  for (const name of path) {
    const field = fields.find((each) => each.name === name)
    label = text(field && 'label' in field ? field.label : undefined)
    fields = field && 'flattenedFields' in field ? field.flattenedFields : []
  }
  return label
}

const text = (label: unknown): string | undefined => (typeof label === 'string' ? label : undefined)
