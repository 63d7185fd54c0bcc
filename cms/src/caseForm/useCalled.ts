'use client'
import { useField } from '@payloadcms/ui'

type Id = number | string

/** The departments of the case in the open form, the lead first: the first that is chosen leads, until another does. */
export function useCalled() {
  const { value: leadValue, setValue: setLead } = useField<Id | null>({ path: 'lead' })
  const { value: others, setValue: setOthers } = useField<Id[] | null>({ path: 'departments' })
  const lead = leadValue ?? undefined
  const beside = Array.isArray(others) ? others : []
  const called: Id[] = lead === undefined ? beside : [lead, ...beside.filter((one) => one !== lead)]

  return {
    lead,
    called,
    add: (department: Id) => {
      if (lead === undefined && beside.length === 0) setLead(department)
      else setOthers([...beside, department])
    },
    remove: (department: Id) => {
      if (department === lead) setLead(null)
      else setOthers(beside.filter((one) => one !== department))
    },
    makeLead: (department: Id) => {
      setOthers([...(lead === undefined ? [] : [lead]), ...beside].filter((one) => one !== department))
      setLead(department)
    },
  }
}
