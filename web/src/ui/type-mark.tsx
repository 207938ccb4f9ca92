import { typeName } from '../fact/format.ts'

/** Quad of each type: the four families share a colour and a shape, so that neither is needed alone. */
const QUADS: Readonly<Record<string, 'vc' | 'mc' | 'vf' | 'mf'>> = {
  AGREE: 'vc',
  CONSULT: 'vc',
  SUPPORT: 'vc',
  CONCEDE: 'vc',
  COOPERATE: 'mc',
  AID: 'mc',
  RETREAT: 'mc',
  REQUEST: 'vf',
  ACCUSE: 'vf',
  REJECT: 'vf',
  THREATEN: 'vf',
  PROTEST: 'mf',
  SANCTION: 'mf',
  MOBILIZE: 'mf',
  COERCE: 'mf',
  ASSAULT: 'mf',
}

/** The mark of a type's family and its name. */
export function TypeMark({ type, label }: { readonly type: string; readonly label?: string }) {
  return (
    <span className="type-mark">
      <span className={`quad quad-${QUADS[type] ?? 'vf'}`} aria-hidden="true" />
      <span className="type-name">{label ?? typeName(type)}</span>
    </span>
  )
}
