import type { FieldTarget } from '#domain/imports/fieldTargets'
import type { Question } from '#domain/imports/importPlan'
import type { FoundTable } from '#domain/imports/importTables'
import type { Mapping } from '#domain/imports/mapping'

/** Stands for a word that says that nothing is known. */
export const NOTHING = '∅'

const isAboutName = ({ kind }: Question): boolean =>
  kind === 'unknown-name' || kind === 'several-names' || kind === 'like-name'

/** Records of which a name is asked; null where the question is about a value. */
export function tableOfQuestion(question: Question, targets: readonly FieldTarget[]): FoundTable | null {
  if (!isAboutName(question)) return null
  if (question.field.startsWith('timeline.')) return 'departments'
  const names = targets.find(({ field }) => field === question.field)?.names
  return names === 'areas' || names === 'duties' ? names : 'departments'
}

/** A mapping that answers a question: what a word of the file stands for. */
export function withAnswer(mapping: Mapping, question: Question, value: string): Mapping {
  if (isAboutName(question)) return { ...mapping, names: { ...mapping.names, [question.value]: value } }
  const meant = value === NOTHING ? null : value
  if (question.field.startsWith('timeline.'))
    return {
      ...mapping,
      timeline: mapping.timeline.map((rule) =>
        rule.upheld === undefined || meant === null
          ? rule
          : { ...rule, upheldValues: { ...rule.upheldValues, [question.value]: meant as 'upheld' } },
      ),
    }
  return {
    ...mapping,
    columns: mapping.columns.map((rule) =>
      rule.field === question.field ? { ...rule, values: { ...rule.values, [question.value]: meant } } : rule,
    ),
  }
}

/** What a mapping answers to a question already; empty where it does not. */
export function answerTo(mapping: Mapping, question: Question): string {
  if (isAboutName(question)) return mapping.names[question.value] ?? ''
  if (question.field.startsWith('timeline.'))
    return (
      mapping.timeline.find((rule) => rule.upheldValues?.[question.value])?.upheldValues?.[question.value] ??
      ''
    )
  const values = mapping.columns.find(({ field }) => field === question.field)?.values ?? {}
  const value = values[question.value]
  return value === null ? NOTHING : (value ?? '')
}

/** A mapping in which rows of a file are left out, beside those that are already. */
export function withLeftOut(mapping: Mapping, sha256: string, rows: readonly number[]): Mapping {
  const known = mapping.leftOut?.sha256 === sha256 ? mapping.leftOut.rows : []
  return { ...mapping, leftOut: { sha256, rows: [...new Set([...known, ...rows])].sort((a, b) => a - b) } }
}
