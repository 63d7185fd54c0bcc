import { headText } from '#domain/imports/headTable'
import { type Mapping, type TimelineRule, timelineRule } from '#domain/imports/mapping'
import { EVENT_KIND_LABELS, EVENT_KINDS, type EventKind } from '#domain/vocabulary'

/** Parts of an event that a column can tell. */
export const EVENT_PARTS = ['at', 'department', 'text', 'body', 'upheld', 'until'] as const
export type EventPart = (typeof EVENT_PARTS)[number]

/** What a part is called: as the mapping calls the column of it. */
export const partLabel = (part: EventPart): string =>
  String(timelineRule.shape[part].meta()?.title).replace(/列$/, '')

/** What a column is used for: `key`, `ignored`, `field:title` or `event:dispatch:at`. */
export type Use = string
export const eventUse = (kind: EventKind, part: EventPart): Use => `event:${kind}:${part}`
export const fieldUse = (field: string): Use => `field:${field}`

/** Whether an event can have a part at all. */
export function hasPart(kind: EventKind, part: EventPart): boolean {
  if (part === 'upheld') return kind === 'objection'
  return part !== 'until' || kind === 'extension'
}

export const eventPartLabel = (kind: EventKind, part: EventPart): string =>
  `${EVENT_KIND_LABELS[kind]}：${partLabel(part)}`

const isHead = (head: string) => (other: string | undefined) =>
  other !== undefined && headText(other) === head

/** What a mapping uses a column for, in order. */
export function usesOf(mapping: Mapping, head: string): Use[] {
  const is = isHead(head)
  return [
    ...(is(mapping.key) ? ['key'] : []),
    ...mapping.columns.filter(({ heads }) => heads.some(is)).map(({ field }) => fieldUse(field)),
    ...mapping.timeline.flatMap((rule) =>
      EVENT_PARTS.filter((part) => is(rule[part])).map((part) => eventUse(rule.kind, part)),
    ),
    ...(mapping.ignored.some(is) ? ['ignored'] : []),
  ]
}

/** A mapping in which a column is used otherwise: `from` no longer, `to` from now on; empty stands for nothing. */
export function withUse(mapping: Mapping, head: string, from: Use, to: Use): Mapping {
  const without = from === '' ? mapping : withoutUse(mapping, head, from)
  return to === '' || usesOf(without, head).includes(to) ? without : addUse(without, head, to)
}

function withoutUse(mapping: Mapping, head: string, use: Use): Mapping {
  const is = isHead(head)
  const [what, name, part] = use.split(':') as [string, string?, EventPart?]
  if (what === 'key') {
    const { key: _, ...rest } = mapping
    return rest
  }
  if (what === 'ignored') return { ...mapping, ignored: mapping.ignored.filter((other) => !is(other)) }
  if (what === 'field')
    return {
      ...mapping,
      columns: mapping.columns
        .map((rule) =>
          rule.field === name ? { ...rule, heads: rule.heads.filter((other) => !is(other)) } : rule,
        )
        .filter(({ heads, constant }) => heads.length > 0 || constant !== undefined),
    }
  return {
    ...mapping,
    timeline: mapping.timeline
      .map((rule) => (rule.kind === name && part && is(rule[part]) ? withoutPart(rule, part) : rule))
      .filter((rule) => EVENT_PARTS.some((each) => rule[each] !== undefined)),
  }
}

function withoutPart(rule: TimelineRule, part: EventPart): TimelineRule {
  const { [part]: _, ...rest } = rule
  return rest
}

function addUse(mapping: Mapping, head: string, use: Use): Mapping {
  const [what, name = '', part = 'at'] = use.split(':') as [string, string?, EventPart?]
  if (what === 'key') return { ...mapping, key: head }
  if (what === 'ignored') return { ...mapping, ignored: [...mapping.ignored, head] }
  if (what === 'event')
    return { ...mapping, timeline: withPart(mapping.timeline, name as EventKind, part, head) }
  const known = mapping.columns.find(({ field, constant }) => field === name && constant === undefined)
  const columns = known
    ? mapping.columns.map((rule) => (rule === known ? { ...rule, heads: [...rule.heads, head] } : rule))
    : [...mapping.columns.filter(({ field }) => field !== name), { field: name, heads: [head] }]
  return { ...mapping, columns }
}

/** The rules with a column for a part of an event; a second column for the same part makes a second event. */
function withPart(
  rules: readonly TimelineRule[],
  kind: EventKind,
  part: EventPart,
  head: string,
): TimelineRule[] {
  const open = rules.find((rule) => rule.kind === kind && rule[part] === undefined)
  if (open) return rules.map((rule) => (rule === open ? { ...rule, [part]: head } : rule))
  const made: TimelineRule = {
    kind,
    [part]: head,
    ...(kind === 'whistle' ? {} : { calledDepartments: true }),
  }
  const place = (rule: TimelineRule) => EVENT_KINDS.indexOf(rule.kind)
  return [...rules, made].toSorted((a, b) => place(a) - place(b))
}
