import ranker from './data/ranker.json' with { type: 'json' }
import recogniser from './data/recogniser.json' with { type: 'json' }
import type { RecogniserModel } from './recogniser.ts'

/** Trained by `tools/gazetteer/train-places.ts`; `docs/places.md` names the data and the figures. */
export const RECOGNISERS: Readonly<Record<'cased' | 'uncased', RecogniserModel>> = recogniser

/** Weights of the ranker where the outlet's home is unknown, and where it is known. */
export const RANKER_WEIGHTS: Readonly<Record<'away' | 'home', readonly number[]>> = ranker
