/**
 * Governing predicates by what they do to the event under them. Lemmas; own lists. The order of the classes matters only
 * where a word stands in two: the first wins.
 */
export type Attitude =
  | 'say'
  | 'claim'
  | 'deny'
  | 'plan'
  | 'promise'
  | 'threaten'
  | 'demand'
  | 'refuse'
  | 'try'
  | 'fail'
  | 'prevent'
  | 'end'
  | 'allow'
  | 'fear'
  | 'wish'

const WORDS: Readonly<Record<Attitude, string>> = {
  claim: `claim allege suspect accuse believe purport assume speculate contend think suggest imply insist maintain assert
    consider rumour estimate`,
  deny: 'deny refute disclaim disavow dispute',
  plan: `plan intend schedule prepare aim propose decide arrange expect expected due slate set organise mull
    contemplate consider announce_future`,
  promise: 'promise vow pledge agree offer commit undertake guarantee swear consent volunteer',
  threaten: 'threaten warn',
  demand:
    'demand urge call request ask appeal order seek insist require want press plead advocate recommend petition beg tell direct instruct propose need lobby push campaign',
  refuse: 'refuse reject decline veto oppose rule',
  try: 'try attempt seek struggle conspire plot',
  fail: 'fail neglect omit',
  prevent:
    'prevent avert foil thwart avoid stop forestall block deter pre-empt preempt defuse discourage stave ban prohibit bar forbid abort',
  end: 'end suspend cancel halt postpone abandon discontinue terminate',
  allow: 'allow permit authorise authorize enable let approve sanction',
  fear: 'fear worry dread risk hope wish wonder imagine expect predict anticipate forecast',
  wish: 'want hope wish like',
  say: `say tell report announce state add confirm reveal declare explain note mention write disclose inform describe
    acknowledge admit recall remark observe testify show indicate quote learn know hear point stress emphasise
    emphasize underline reiterate repeat argue comment reply respond relate recount emerge read brief concede claim`,
}

const BY_LEMMA = new Map<string, Attitude>()
for (const [attitude, words] of Object.entries(WORDS))
  for (const word of words.split(/\s+/u)) if (!BY_LEMMA.has(word)) BY_LEMMA.set(word, attitude as Attitude)

/** What a governing verb does to what it governs; null for verbs without an effect of their own. */
export function attitudeOf(lemma: string): Attitude | null {
  return BY_LEMMA.get(lemma) ?? null
}

/** Modifiers of a nominal trigger, or adverbs at a verbal one, that change its certainty. */
export const MODIFIER_CERTAINTY: Readonly<
  Record<string, 'alleged' | 'planned' | 'hypothetical' | 'attempted' | 'negative' | 'called-for'>
> = {
  alleged: 'alleged',
  allegedly: 'alleged',
  reportedly: 'alleged',
  purported: 'alleged',
  purportedly: 'alleged',
  supposed: 'alleged',
  supposedly: 'alleged',
  suspected: 'alleged',
  apparently: 'alleged',
  rumoured: 'alleged',
  rumored: 'alleged',
  presumed: 'alleged',
  'so-called': 'alleged',
  ostensibly: 'alleged',
  planned: 'planned',
  upcoming: 'planned',
  forthcoming: 'planned',
  scheduled: 'planned',
  proposed: 'planned',
  intended: 'planned',
  impending: 'planned',
  looming: 'planned',
  imminent: 'planned',
  expected: 'planned',
  possible: 'hypothetical',
  potential: 'hypothetical',
  likely: 'hypothetical',
  possibly: 'hypothetical',
  perhaps: 'hypothetical',
  eventual: 'hypothetical',
  would_be: 'hypothetical',
  feared: 'hypothetical',
  future: 'hypothetical',
  hypothetical: 'hypothetical',
  probable: 'hypothetical',
  attempted: 'attempted',
  failed: 'attempted',
  abortive: 'attempted',
  unsuccessful: 'attempted',
  foiled: 'attempted',
  botched: 'attempted',
  threatened: 'hypothetical',
}

/** Modal verbs and what they say of the event. */
export const MODALS: Readonly<Record<string, 'planned' | 'hypothetical' | 'called-for'>> = {
  will: 'planned',
  shall: 'planned',
  "'ll": 'planned',
  wo: 'planned',
  would: 'hypothetical',
  "'d": 'hypothetical',
  could: 'hypothetical',
  may: 'hypothetical',
  might: 'hypothetical',
  can: 'hypothetical',
  should: 'called-for',
  must: 'called-for',
  ought: 'called-for',
  ca: 'hypothetical',
}

/** Marks that open a clause of what is only supposed. */
export const CONDITIONAL_MARKS: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'whether',
  'lest',
  'supposing',
  'should',
])

/** Verbs that end a restriction: a curfew under them is a concession, not a curfew. */
export const GOVERNORS_OF_RESTRICTION: ReadonlySet<string> = new Set(
  'lift ease relax loosen revoke rescind scrap abolish repeal waive end remove withdraw suspend'.split(' '),
)

/** Adjectives after which an infinitive is not yet a fact ("ready to", "set to", "likely to"). */
export const FUTURE_ADJECTIVES: ReadonlySet<string> = new Set(
  'ready set due likely willing prepared about poised expected scheduled able eager keen unlikely bound determined'.split(
    ' ',
  ),
)

/** Nouns whose clause is not yet a fact ("a plan to", "the decision to", "a threat to"). */
export const NOUN_ATTITUDES: Readonly<Record<string, Attitude>> = {
  plan: 'plan',
  intention: 'plan',
  proposal: 'plan',
  decision: 'plan',
  preparation: 'plan',
  bid: 'try',
  attempt: 'try',
  effort: 'try',
  threat: 'threaten',
  warning: 'threaten',
  promise: 'promise',
  pledge: 'promise',
  commitment: 'promise',
  offer: 'promise',
  agreement: 'promise',
  demand: 'demand',
  call: 'demand',
  request: 'demand',
  appeal: 'demand',
  order: 'demand',
  right: 'allow',
  permission: 'allow',
  refusal: 'refuse',
  failure: 'fail',
  inability: 'fail',
  allegation: 'claim',
  accusation: 'claim',
  claim: 'claim',
  suspicion: 'claim',
  charge: 'claim',
  fear: 'fear',
  possibility: 'fear',
  risk: 'fear',
  danger: 'fear',
  chance: 'fear',
  hope: 'fear',
  report: 'claim',
  rumour: 'claim',
  rumor: 'claim',
  plot: 'try',
  conspiracy: 'try',
  willingness: 'promise',
  readiness: 'promise',
  option: 'fear',
  idea: 'plan',
  ability: 'fear',
  campaign: 'try',
  need: 'demand',
  opportunity: 'fear',
  way: 'fear',
  authority: 'allow',
  power: 'allow',
  mission: 'plan',
  mandate: 'allow',
  goal: 'plan',
  aim: 'plan',
  deadline: 'demand',
  denial: 'deny',
  motion: 'demand',
  desire: 'wish',
}
