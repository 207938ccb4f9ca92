/** Characters that stay before the mark where a text is cut to fit a line. */
const LEAD_CHARACTERS = 28

/** A text with one span marked; offsets outside the text are held to it. `isCut` drops what stands long before it. */
export function MarkText({
  text,
  start,
  end,
  isCut,
}: {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isCut?: boolean
}) {
  const from = Math.max(0, Math.min(start, text.length))
  const to = Math.max(from, Math.min(end, text.length))
  if (from === to) return <bdi>{text}</bdi>
  const blank = isCut && from > LEAD_CHARACTERS ? text.indexOf(' ', from - LEAD_CHARACTERS) : -1
  const lead = blank >= 0 && blank < from ? `…${text.slice(blank, from)}` : text.slice(0, from)
  return (
    <bdi>
      {lead}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </bdi>
  )
}
