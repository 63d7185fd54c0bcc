/** The name of the product where Payload would show its own. */
export function Logo() {
  return <div style={{ fontSize: '2.5rem', fontWeight: 600 }}>哨响编辑部</div>
}

/** One character in the header: there is room for no more. */
export function Icon() {
  return (
    <span style={{ fontWeight: 600 }} title="哨响编辑部">
      哨
    </span>
  )
}
