/** A text with one span marked; offsets outside the text are held to it. */
export function MarkText({
  text,
  start,
  end,
}: {
  readonly text: string
  readonly start: number
  readonly end: number
}) {
  const from = Math.max(0, Math.min(start, text.length))
  const to = Math.max(from, Math.min(end, text.length))
  if (from === to) return <bdi>{text}</bdi>
  return (
    <bdi>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </bdi>
  )
}
