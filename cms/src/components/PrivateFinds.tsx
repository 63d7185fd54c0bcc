import type { FindInForm } from '../endpoints/privateFinds.ts'
import type { OpenFind } from '../form/findStore.ts'
import { PrivateFind } from './PrivateFind.tsx'

type Props = {
  finds: readonly OpenFind[]
  mask: (find: FindInForm) => void
  keep: (find: FindInForm, reason: string) => void
}

/** Private words that wait for a decision, each marked and with what can be done about it. */
export function PrivateFinds({ finds, mask, keep }: Props) {
  return (
    <ul className="private-finds">
      {finds.map(({ find, label, text }) => (
        <PrivateFind
          find={find}
          keep={(reason) => keep(find, reason)}
          key={`${find.path} ${find.start} ${find.find}`}
          label={label}
          mask={() => mask(find)}
          text={text}
        />
      ))}
    </ul>
  )
}
