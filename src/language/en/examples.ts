/** One thing that must be right in an example: a word, and what is asked of it. Words are named by their form. */
export interface Expectation {
  readonly word: string
  readonly upos?: string
  readonly lemma?: string
  readonly relation?: string
  /** Form of the head, `ROOT` for none. */
  readonly head?: string
}

/** A sentence with a difficulty of news text; only what is named is asserted. Every one is tried in small letters too. */
export interface Example {
  readonly type: string
  readonly text: string
  readonly expect: readonly Expectation[]
}

const subject = (word: string, head: string): Expectation => ({ word, relation: 'nsubj', head })
const passive = (word: string, head: string): Expectation => ({ word, relation: 'nsubj:pass', head })
const object = (word: string, head: string): Expectation => ({ word, relation: 'obj', head })
const oblique = (word: string, head: string): Expectation => ({ word, relation: 'obl', head })

/** Difficulties that parsers of this kind are known for, in own words. */
export const examples: readonly Example[] = [
  {
    type: 'mistagged verb',
    text: 'Border troops fired on unarmed marchers.',
    expect: [{ word: 'fired', upos: 'VERB', head: 'ROOT' }, subject('troops', 'fired'), oblique('marchers', 'fired')],
  },
  {
    type: 'mistagged verb',
    text: 'The envoy demanded that the council end the curfew.',
    expect: [{ word: 'end', upos: 'VERB', relation: 'ccomp', head: 'demanded' }, subject('council', 'end')],
  },
  {
    type: 'mistagged verb',
    text: 'Miners in the east strike for higher wages.',
    expect: [{ word: 'strike', upos: 'VERB', head: 'ROOT' }, subject('Miners', 'strike')],
  },
  {
    type: 'mistagged adjective or noun',
    text: 'Spain extradited suspected smuggler Ivo Marin.',
    expect: [subject('Spain', 'extradited'), { word: 'extradited', upos: 'VERB', head: 'ROOT' }],
  },
  {
    type: 'mistagged adjective or noun',
    text: 'The rally ended in bloodshed.',
    expect: [subject('rally', 'ended'), { word: 'bloodshed', upos: 'NOUN', relation: 'obl', head: 'ended' }],
  },
  {
    type: 'mistagged adjective or noun',
    text: 'The ministry dropped its plans to lease arable land.',
    expect: [object('plans', 'dropped'), object('land', 'lease'), { word: 'arable', upos: 'ADJ' }],
  },
  {
    type: 'fronted phrase',
    text: 'In view of the calm in the town the police have lifted the curfew.',
    expect: [subject('police', 'lifted'), object('curfew', 'lifted')],
  },
  {
    type: 'fronted phrase',
    text: 'After two days of clashes in the port the army withdrew its tanks.',
    expect: [subject('army', 'withdrew'), object('tanks', 'withdrew')],
  },
  {
    type: 'long coordination',
    text: 'A group of residents led by Sadykov, who was later fined, gathered, chanted slogans and called for a vote.',
    expect: [passive('who', 'fined'), object('slogans', 'chanted')],
  },
  {
    type: 'long coordination',
    text: 'Students blocked the road, burned tyres and threw stones at police.',
    expect: [subject('Students', 'blocked'), object('tyres', 'burned'), object('stones', 'threw')],
  },
  {
    type: 'two passives',
    text: 'Three men were arrested and four rifles were seized.',
    expect: [
      passive('men', 'arrested'),
      passive('rifles', 'seized'),
      { word: 'seized', relation: 'conj', head: 'arrested' },
    ],
  },
  {
    type: 'name with "of"',
    text: "Marat Ospanov's Free Path of Turan movement was banned.",
    expect: [passive('movement', 'banned')],
  },
  {
    type: 'final attribution',
    text: 'The march was halted after scuffles, a spokeswoman said.',
    expect: [passive('march', 'halted'), subject('spokeswoman', 'said')],
  },
  {
    type: 'phrase attachment',
    text: 'He was jailed by a court in 2018.',
    expect: [{ word: 'court', relation: 'obl:agent', head: 'jailed' }, passive('He', 'jailed')],
  },
  {
    type: 'phrase attachment',
    text: "She criticised the country's dependence on imports.",
    expect: [{ word: 'imports', relation: 'nmod', head: 'dependence' }, object('dependence', 'criticised')],
  },
  {
    type: 'quantity',
    text: 'Up to 900 ethnic Dungans fled.',
    expect: [
      subject('Dungans', 'fled'),
      { word: '900', relation: 'nummod', head: 'Dungans' },
      { word: 'fled', lemma: 'flee' },
    ],
  },
  {
    type: 'pronoun agent',
    text: 'Pickets were held in three towns, but they were dispersed by police.',
    expect: [passive('they', 'dispersed'), { word: 'police', relation: 'obl:agent', head: 'dispersed' }],
  },
  {
    type: 'negation, shared subject',
    text: 'The party was registered but could not hold its congress.',
    expect: [
      passive('party', 'registered'),
      { word: 'not', relation: 'advmod', head: 'hold' },
      object('congress', 'hold'),
    ],
  },
  {
    type: 'clause after speech',
    text: 'The governor said that soldiers had shot two protesters near the bridge.',
    expect: [
      { word: 'shot', relation: 'ccomp', head: 'said' },
      subject('soldiers', 'shot'),
      object('protesters', 'shot'),
    ],
  },
  {
    type: 'passive with agent',
    text: 'The mayor was killed by unknown gunmen on Friday.',
    expect: [passive('mayor', 'killed'), { word: 'gunmen', relation: 'obl:agent', head: 'killed' }],
  },
]

/** Share of the examples that must be wholly right, as written and in small letters (measured when the model was shipped). */
export const EXAMPLE_FLOORS = { written: 0.75, lowerCase: 0.65 } as const
