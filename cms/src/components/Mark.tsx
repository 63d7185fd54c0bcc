/** The name of the product where Payload would show its own. */
export function Logo() {
  return <div style={{ fontSize: '2.5rem', fontWeight: 600 }}>哨响编辑部</div>
}

/** The short mark in the header. */
export function Icon() {
  return <span style={{ fontWeight: 600, whiteSpace: 'nowrap' }}>哨响</span>
}
