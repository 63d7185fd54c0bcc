'use client'
import { Button, useDocumentInfo, useForm, useServerFunctions } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { Difference, Overtaken } from './overtaken.ts'

type Side = 'yours' | 'theirs'

/** Both texts of every field in which a save that came second would have undone another one; the person chooses each. */
export function ChooseTexts({ of, overtaken }: { of: string; overtaken: Overtaken }) {
  const { by, fields } = overtaken
  const [chosen, setChosen] = useState<Record<string, Side>>(() => firstChoice(fields))
  const [fault, setFault] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const take = useMerge(of, overtaken)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <section aria-labelledby="both-texts" style={box}>
      <h2 id="both-texts" ref={heading} tabIndex={-1}>
        你打开以后，别人（{by}）也改了
      </h2>
      <p>两边的文字都在，什么也没有丢。逐项选好，按“用选好的”，看一遍再保存。</p>
      {fields.map((each) => (
        <fieldset key={each.field} style={{ border: 'none', margin: '0 0 var(--base)', padding: 0 }}>
          <legend style={{ fontWeight: 600 }}>{each.label}</legend>
          {each.before !== null && <Text title="打开时" words={each.before} />}
          <Choice
            chosen={chosen}
            each={each}
            set={setChosen}
            side="theirs"
            title="别人改成"
            words={each.theirs}
          />
          <Choice
            chosen={chosen}
            each={each}
            set={setChosen}
            side="yours"
            title="你写的"
            words={each.yours ?? `${each.before ?? ''}（你没有动过）`}
          />
        </fieldset>
      ))}
      <Button
        buttonStyle="primary"
        onClick={() => void take(chosen).catch(() => setFault('没有读到别人保存的样子：请再按一次'))}
      >
        用选好的
      </Button>
      <output aria-live="polite">{fault}</output>
    </section>
  )
}

const box = {
  border: '1px solid var(--theme-error-500)',
  marginBottom: 'var(--base)',
  padding: 'var(--base)',
}

/** What the person has not touched is the other's by itself. */
const firstChoice = (fields: readonly Difference[]): Record<string, Side> =>
  Object.fromEntries(fields.map(({ field, yours }) => [field, yours === null ? 'theirs' : 'yours']))

function Text({ title, words }: { title: string; words: string }) {
  return (
    <div style={{ whiteSpace: 'pre-wrap' }}>
      {title}：{words}
    </div>
  )
}

type ChoiceProps = {
  each: Difference
  side: Side
  title: string
  words: string
  chosen: Record<string, Side>
  set: (chosen: Record<string, Side>) => void
}

function Choice({ each, side, title, words, chosen, set }: ChoiceProps) {
  return (
    <label style={{ display: 'flex', gap: '0.5em' }}>
      <input
        checked={chosen[each.field] === side}
        name={`choice-${each.field}`}
        onChange={() => set({ ...chosen, [each.field]: side })}
        type="radio"
      />
      <Text title={title} words={words} />
    </label>
  )
}

/** Puts the chosen texts of the other person into the form, which from then on stands on that person's state. */
function useMerge(of: string, { basedOn, fields }: Overtaken) {
  const { id, collectionSlug, globalSlug, docPermissions, getDocPreferences } = useDocumentInfo()
  const { getData, replaceState, setModified } = useForm()
  const { getFormState } = useServerFunctions()
  return async (chosen: Record<string, Side>) => {
    const address = globalSlug ? `globals/${of}?depth=0` : `${of}/${id}?draft=true&depth=0`
    const answer = await fetch(`/api/${address}`, { credentials: 'include' })
    if (!answer.ok) throw new Error(String(answer.status))
    const theirs = (await answer.json()) as Record<string, unknown>
    const taken = fields.filter(({ field }) => chosen[field] === 'theirs').map(({ field }) => field)
    const merged = {
      ...getData(),
      ...Object.fromEntries(taken.map((field) => [field, theirs[field]])),
      updatedAt: basedOn,
      basedOn,
    }
    const { state } = await getFormState({
      ...(globalSlug ? { globalSlug } : { id: id as number, collectionSlug: collectionSlug as string }),
      data: merged,
      docPermissions: docPermissions ?? { fields: true },
      docPreferences: await getDocPreferences(),
      operation: 'update',
      renderAllFields: true,
      schemaPath: of,
      skipValidation: true,
    })
    if (!state) throw new Error('no form')
    replaceState(state)
    setModified(true)
  }
}
