import ranker from './data/ranker.json' with { type: 'json' }
import recogniser from './data/recogniser.json' with { type: 'json' }
import tagged from './data/recogniser-tagged.json' with { type: 'json' }
import type { RecogniserModel } from './recogniser.ts'

/** Trained by `tools/gazetteer/train-places.ts`; `docs/places.md` names the data and the figures. */
export const RECOGNISERS: Readonly<Record<'plain' | 'tagged', Readonly<Record<'cased' | 'uncased', RecogniserModel>>>> =
  {
    plain: recogniser,
    tagged,
  }

/** Weights of the ranker where the outlet's home is unknown, and where it is known. */
export const RANKER_WEIGHTS: Readonly<Record<'away' | 'home', readonly number[]>> = ranker
