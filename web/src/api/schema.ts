// Made by tools/api-types.ts from /openapi.json; do not edit.

export type Aggregate = {
  groups: Array<{ key: Array<string | null>; records: number; articles: number }>
  rest: { groups: number; records: number }
  total: number
  all: number
  excluded: Record<string, number>
  version: number
}

export type ArticleItem = {
  id: string
  externalId: string | null
  title: string | null
  author: string | null
  publisher: string | null
  url: string | null
  published: Publication
  language: string
  file: string | null
  mediaType: string
  sha256: string
  characters: number
  captured: string
  records: number
}

export type ArticleList = {
  items: Array<ArticleItem>
  total: number
  all: number
  excluded: Record<string, number>
  version: number
  next: string | null
}

export type ArticleView = {
  item: ArticleItem
  text: string
  titleSpan: { start: number; end: number } | null
  excluded: Array<{ text: string; reason: string }>
  warnings: Array<string>
  events: Array<{
    id: string
    record: EventRecord
    status: 'machine' | 'accepted' | 'changed' | 'rejected'
    revision: number
    fields: Array<Field>
    linked: Array<LinkedEvent>
  }>
  mentions: {
    places: Array<{
      quote: string
      start: number
      end: number
      name: string
      type: 'city' | 'admin1' | 'admin2' | 'country' | 'region' | 'water' | 'venue' | 'other'
      country: string | null
      admin1: string | null
      admin2?: string | null
      lat: number | null
      lon: number | null
      geonames_id: number | null
      precision: 'point' | 'city' | 'admin2' | 'admin1' | 'country' | 'region'
      use: 'location' | 'actor'
      basis: string
      confidence?: number
      alternatives: Array<{
        name: string
        country: string | null
        admin1: string | null
        lat: number | null
        lon: number | null
        geonames_id: number | null
        score: number
        reasons: Array<string>
      }>
    }>
    times: Array<{
      quote: string
      start: number
      end: number
      type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
      value: string
      from: string | null
      to: string | null
      grain:
        | 'time'
        | 'day'
        | 'week'
        | 'month'
        | 'season'
        | 'quarter'
        | 'half'
        | 'year'
        | 'decade'
        | 'century'
        | 'reference'
        | null
      mod: 'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | null
      anchor: 'publication' | 'narrative' | 'event' | 'none'
      basis: string
      relation?: 'since' | 'until' | 'by' | 'before' | 'after'
    }>
    actors: Array<{
      quote: string
      start: number
      end: number
      name: string
      kind: 'person' | 'organisation' | 'group'
      country: string | null
      sector: Array<string>
      role?: string
      entity?: string
      antecedent?: number
      head?: { start: number; end: number }
      plural?: boolean
      basis: string
    }>
    quantities: Array<{
      quote: string
      start: number
      end: number
      kind: 'people' | 'killed' | 'injured' | 'arrested' | 'fined' | 'money' | 'percent' | 'other'
      low: number | null
      high: number | null
      qualifier: 'exact' | 'approx' | 'below' | 'at_least' | 'at_most' | 'range' | 'vague' | 'disputed' | 'money'
      unit: string | null
      claimant: { name: string; quote: string; start: number; end: number } | null
    }>
    citations: Array<{
      quote: string
      start: number
      end: number
      publisher: string | null
      dates: Array<{ quote: string; start: number; end: number; value: string; accessed: boolean }>
      supports: { start: number; end: number } | null
    }>
    indicators: Array<{
      quote: string
      start: number
      end: number
      series: string
      value: number
      unit: string
      from: string | null
      to: string | null
      actor_country?: string | null
      partner_country?: string | null
    }>
  } | null
  misses: Array<unknown>
  version: number
}

export type Changes = {
  changes: Array<{
    version: number
    kind: 'article' | 'record' | 'superseded' | 'decision'
    id: string
    into: string | null
    at: string
  }>
  next: number
  more: boolean
}

export type Codebook = {
  version: string
  types: Array<{
    type: string
    quad: string
    score: number
    recipientRequired: boolean
    covers: string
    cameo: string
    modes: Array<{ mode: string; score: number; cameo: string }>
  }>
  forms: Array<{
    form: string
    covers: string
    type: string
    modes: Array<string>
    cameo: string
    acled: string | null
  }>
  contexts: Array<string>
  sectors: Array<{ sector: string; means: string }>
  topics: Array<string>
}

export type Coverage = {
  periods: Array<{ period: string | null; publisher: string | null; articles: number; records: number }>
  version: number
}

export type Decision = {
  id: string
  recordKey: string
  action: 'accept' | 'reject' | 'change' | 'undo'
  field: string | null
  value?: unknown
  reason: string | null
  person: string
  undoes: string | null
  at: string
  revision: number
}

export type EventRecord = {
  id: string
  article: string
  codebook: string
  type:
    | 'AGREE'
    | 'CONSULT'
    | 'SUPPORT'
    | 'CONCEDE'
    | 'COOPERATE'
    | 'AID'
    | 'RETREAT'
    | 'REQUEST'
    | 'ACCUSE'
    | 'REJECT'
    | 'THREATEN'
    | 'PROTEST'
    | 'SANCTION'
    | 'MOBILIZE'
    | 'COERCE'
    | 'ASSAULT'
  mode: Array<string>
  form: string | null
  context: Array<string>
  quad: 'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict'
  scale: number
  trigger: { quote: string; start: number; end: number }
  actors: Array<{
    name: string
    country: string | null
    sector: Array<string>
    role?: 'organiser' | 'participant' | 'spokesperson'
    quote: string
    start: number
    end: number
    basis: string
  }>
  recipients: Array<{
    name: string
    country: string | null
    sector: Array<string>
    role?: 'organiser' | 'participant' | 'spokesperson'
    quote: string
    start: number
    end: number
    basis: string
  }>
  issues: Array<{
    topic: string
    target?: { name: string; country: string | null }
    quote: string
    start: number
    end: number
  }>
  place: {
    name: string
    country: string | null
    admin1: string | null
    lat: number | null
    lon: number | null
    geonames_id: number | null
    precision: 'point' | 'city' | 'admin2' | 'admin1' | 'country' | 'region'
    quote: string
    start: number
    end: number
    basis: string
  } | null
  date: {
    from: string
    to: string
    grain: 'day' | 'week' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade' | 'century'
    quote: string
    start: number
    end: number
    basis: string
  } | null
  size: {
    low: number | null
    high: number | null
    qualifier: 'exact' | 'approx' | 'below' | 'at_least' | 'at_most' | 'range' | 'vague' | 'disputed' | 'money'
    claimant?: string
    quote: string
    start: number
    end: number
  } | null
  killed: {
    low: number | null
    high: number | null
    qualifier: 'exact' | 'approx' | 'below' | 'at_least' | 'at_most' | 'range' | 'vague' | 'disputed' | 'money'
    claimant?: string
    quote: string
    start: number
    end: number
  } | null
  injured: {
    low: number | null
    high: number | null
    qualifier: 'exact' | 'approx' | 'below' | 'at_least' | 'at_most' | 'range' | 'vague' | 'disputed' | 'money'
    claimant?: string
    quote: string
    start: number
    end: number
  } | null
  arrested: {
    low: number | null
    high: number | null
    qualifier: 'exact' | 'approx' | 'below' | 'at_least' | 'at_most' | 'range' | 'vague' | 'disputed' | 'money'
    claimant?: string
    quote: string
    start: number
    end: number
  } | null
  authorisation: { value: 'authorised' | 'unauthorised'; quote: string; start: number; end: number } | null
  certainty: {
    value: 'asserted' | 'alleged' | 'denied' | 'planned' | 'called-for' | 'hypothetical'
    quote?: string
    start?: number
    end?: number
  }
  polarity: 'positive' | 'negative'
  omission: boolean
  attempted: boolean
  background: boolean
  speaker: { name: string; quote: string; start: number; end: number } | null
  links: Array<{
    kind: 'response-to' | 'caused-by' | 'part-of' | 'same-as'
    event: string
    quote: string
    start: number
    end: number
  }>
  claims: Array<{
    field: string
    value?: unknown
    claimant?: string
    quote: string
    start: number
    end: number
    basis: string
  }>
  evidence: Array<{ field: string; quote: string; start: number; end: number }>
  confidence: number
  basis: Array<string>
  coder: { name: string; version: string; resources: string }
}

export type EventView = {
  id: string
  key: string
  record: EventRecord
  machine: EventRecord
  status: 'machine' | 'accepted' | 'changed' | 'rejected'
  revision: number
  current: boolean
  article: ArticleItem
  fields: Array<Field>
  decisions: Array<Decision>
  linked: Array<LinkedEvent>
  otherVersions: Array<string>
  passage: { start: number; text: string }
  version: number
}

export type Evidence = { article: string; start: number; end: number; quote: string; before: string; after: string }

export type Field = {
  field: string
  path: string | null
  kind:
    | 'type'
    | 'codes'
    | 'actor'
    | 'issue'
    | 'place'
    | 'date'
    | 'quantity'
    | 'authorisation'
    | 'certainty'
    | 'polarity'
    | 'flag'
    | 'speaker'
  values: Array<FieldValue>
  chosen: 'only' | 'person' | 'coded' | 'none'
  status: 'machine' | 'accepted' | 'changed' | 'rejected'
  decisions: Array<Decision>
}

export type FieldValue = {
  value?: unknown
  basis: string
  by: 'machine' | 'person'
  claimant: string | null
  person: string | null
  decision: string | null
  evidence: Array<Evidence>
}

export type Grid = {
  cells: Array<{ lon: number; lat: number; records: number; uncertain: number }>
  total: number
  excluded: Record<string, number>
  version: number
}

export type History = { items: Array<Decision>; total: number }

export type Info = {
  name: string
  product: string
  canAdd: boolean
  canDecide: boolean
  hasExamples: boolean
  limits: { fileBytes: number; files: number; columnRows: number }
  store: {
    version: number
    schema: number
    engine: string
    articles: number
    records: number
    rejected: number
    superseded: number
    decisions: number
    failed: number
    skipped: number
    publishers: number
    languages: Record<string, number>
    coders: Array<{ coder: { name: string; version: string; resources: string }; articles: number }>
    published: { from: string | null; to: string | null }
    dated: { from: string | null; to: string | null }
    bytes: number
  }
}

export type Job = {
  id: string
  kind: 'upload' | 'examples'
  state: 'waiting' | 'running' | 'done' | 'failed'
  inputs: Array<string>
  done: number
  total: number
  counts: Record<string, number>
  records: number
  run: string | null
  reports: Array<JobReport>
  error: { code: string | null; message: string } | null
  started: string
  finished: string | null
}

export type JobInput = { kind: 'upload' | 'examples'; uploads?: Array<string>; key?: string }

export type JobList = { items: Array<Job> }

export type JobReport = {
  input: string
  status: 'added' | 'known' | 'recoded' | 'failed' | 'skipped'
  place: string | null
  article: string | null
  records: number
  code: string | null
  reason: string | null
}

export type LedgerEntry = {
  run: string
  sequence: number
  status: 'added' | 'known' | 'recoded' | 'failed' | 'skipped'
  input: string
  place: string | null
  article: string | null
  records: number
  code: string | null
  reason: string | null
  at: string
}

export type LedgerList = {
  items: Array<LedgerEntry>
  total: number
  all: number
  excluded: Record<string, number>
  version: number
  next: string | null
}

export type LinkedEvent = {
  kind: string
  direction: 'to' | 'from'
  id: string
  type: string | null
  trigger: string | null
  evidence: Evidence | null
}

export type Problem = {
  type: string
  title: string
  status: number
  code: string
  next: string
  detail?: string
  errors?: Array<{ field: string; message: string }>
}

export type Publication = { from: string; to: string | null; basis: string; quote?: string } | null

export type RecordItem = {
  record: EventRecord
  status: 'machine' | 'accepted' | 'changed' | 'rejected'
  revision: number
  article: ArticleItem
  passage: { start: number; text: string }
}

export type RecordList = {
  items: Array<RecordItem>
  total: number
  all: number
  excluded: Record<string, number>
  version: number
  next: string | null
}

export type RowItems = { items: Array<RecordItem>; version: number }

export type Run = {
  id: string
  inputs: Array<string>
  coder: { name: string; version: string; resources: string }
  started: string
  finished: string | null
  counts: Record<string, number>
  records: number
}

export type RunList = {
  items: Array<Run>
  total: number
  all: number
  excluded: Record<string, number>
  version: number
  next: string | null
}

export type SearchHit = ArticleItem & {
  score: number
  snippet: { text: string; start: number; marks: Array<[number, number]> }
}

export type SearchList = {
  items: Array<SearchHit>
  total: number
  all: number
  excluded: Record<string, number>
  version: number
  next: string | null
}

export type Triggers = {
  items: Array<{
    id: string
    language: string
    pos: 'v' | 'n' | 'a'
    modes: Array<string>
    form: string | null
    words: Array<string>
  }>
  total: number
}

export type UploadReceipt = { id: string; name: string; bytes: number }
