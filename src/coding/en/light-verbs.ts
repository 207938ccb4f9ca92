/** Verbs that lend a noun its subject, tense and certainty: "staged a rally", "carried out an attack". Lemmas. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  `hold stage organise organize launch carry conduct mount begin start continue join lead attend make give issue sign impose
  pay have open order announce plan call declare resume step perform do commit perpetrate execute take participate engage
  undertake host convene schedule arrange initiate wage fight run file lodge submit table send deliver raise voice express
  use fire offer extend propose reach conclude strike negotiate provide grant use employ enforce slap clamp place set
  observe keep maintain stop end suspend cancel halt intensify renew repeat plot prepare threaten see unleash trigger
  spark go turn proceed press inflict level make broker mediate complete resort embark serve hand`.split(/\s+/u),
)

/** Verbs whose subject the noun befalls: "faced criticism", "suffered an attack". */
export const RECEIVING_VERBS: ReadonlySet<string> = new Set(
  'face suffer undergo receive endure draw meet sustain survive escape experience witness encounter attract get'.split(
    ' ',
  ),
)
