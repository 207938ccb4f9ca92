/** English inflection: from a lemma to its forms. Used to index the trigger lexicon by form, so that a wrong lemma costs nothing. */

export interface VerbForms {
  readonly base: string
  readonly third: string
  readonly past: readonly string[]
  readonly participle: readonly string[]
  readonly gerund: string
}

/** base: past [participle]; alternatives by `/`. */
const IRREGULAR: Readonly<Record<string, string>> = {
  be: 'was/were been',
  beat: 'beat beaten',
  begin: 'began begun',
  behead: 'beheaded',
  bid: 'bid',
  break: 'broke broken',
  bring: 'brought',
  build: 'built',
  burn: 'burned/burnt',
  buy: 'bought',
  cast: 'cast',
  catch: 'caught',
  choose: 'chose chosen',
  come: 'came come',
  cut: 'cut',
  deal: 'dealt',
  do: 'did done',
  draw: 'drew drawn',
  drive: 'drove driven',
  eat: 'ate eaten',
  fall: 'fell fallen',
  feed: 'fed',
  feel: 'felt',
  fight: 'fought',
  find: 'found',
  flee: 'fled',
  fly: 'flew flown',
  forbid: 'forbade forbidden',
  forgive: 'forgave forgiven',
  forget: 'forgot forgotten',
  freeze: 'froze frozen',
  get: 'got got/gotten',
  give: 'gave given',
  go: 'went gone',
  grow: 'grew grown',
  hang: 'hanged/hung',
  have: 'had',
  hear: 'heard',
  hide: 'hid hidden',
  hit: 'hit',
  hold: 'held',
  hurt: 'hurt',
  keep: 'kept',
  know: 'knew known',
  lay: 'laid',
  lead: 'led',
  leave: 'left',
  lend: 'lent',
  let: 'let',
  light: 'lit/lighted',
  lose: 'lost',
  make: 'made',
  mean: 'meant',
  meet: 'met',
  mow: 'mowed mown/mowed',
  offset: 'offset',
  overthrow: 'overthrew overthrown',
  overrun: 'overran overrun',
  pay: 'paid',
  put: 'put',
  quit: 'quit',
  read: 'read',
  ride: 'rode ridden',
  ring: 'rang rung',
  rise: 'rose risen',
  run: 'ran run',
  say: 'said',
  see: 'saw seen',
  seek: 'sought',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  shake: 'shook shaken',
  shoot: 'shot',
  show: 'showed shown/showed',
  shut: 'shut',
  sit: 'sat',
  slay: 'slew/slayed slain',
  speak: 'spoke spoken',
  spend: 'spent',
  split: 'split',
  spread: 'spread',
  stand: 'stood',
  steal: 'stole stolen',
  stick: 'stuck',
  strike: 'struck struck/stricken',
  swear: 'swore sworn',
  sweep: 'swept',
  take: 'took taken',
  teach: 'taught',
  tear: 'tore torn',
  tell: 'told',
  think: 'thought',
  throw: 'threw thrown',
  understand: 'understood',
  undertake: 'undertook undertaken',
  uphold: 'upheld',
  vote: 'voted',
  wage: 'waged',
  wake: 'woke woken',
  wear: 'wore worn',
  win: 'won',
  withdraw: 'withdrew withdrawn',
  withhold: 'withheld',
  withstand: 'withstood',
  write: 'wrote written',
  mistreat: 'mistreated',
  forsake: 'forsook forsaken',
  'ill-treat': 'ill-treated',
  become: 'became become',
  sew: 'sewed sewn',
  lie: 'lay lain',
  broadcast: 'broadcast',
  'gang-rape': 'gang-raped',
  bind: 'bound',
  bend: 'bent',
  cling: 'clung',
  creep: 'crept',
  dig: 'dug',
  shed: 'shed',
  sink: 'sank sunk',
  spin: 'spun',
  spring: 'sprang sprung',
  swing: 'swung',
  input: 'input',
  knit: 'knit',
  rid: 'rid',
  burst: 'burst',
  slit: 'slit',
  bear: 'bore borne',
  bite: 'bit bitten',
  bleed: 'bled',
  blow: 'blew blown',
  breed: 'bred',
  arise: 'arose arisen',
}

const VOWELS = /^[aeiou]$/u
/** Verbs of two syllables with the stress on the last, and others that double their last consonant. */
const DOUBLING = new Set(
  'regret abet abhor ban bar rob stab slap whip rap pan nab gag jam plan drop stop commit rebut permit admit submit omit refer defer confer infer deter occur concur patrol compel expel repel control propel quell expel rebel plot prod pin step drag grab hug cap ram gun mob hem man bug tip trap wrap swap scrap slam snap chat clap ship strip strip snub rig pet tar bargain sin tap tag cut equip acquit kidnap scrum dub trash-talk kettle shed overlap excel rebel hijack zip dog jog blog rub scan skip slip spot trim unzip wed wrap whisk gas'
    .split(' ')
    .filter(
      (verb) =>
        !['quell', 'bargain', 'hijack', 'kettle', 'whisk gas', 'trash-talk', 'cut', 'shed', 'wed'].includes(verb),
    ),
)
const DOUBLING_L = new Set([
  'cancel',
  'quarrel',
  'travel',
  'label',
  'level',
  'model',
  'signal',
  'shovel',
  'counsel',
  'pummel',
  'pedal',
])
const INVARIANT_ENDS = /(?:s|x|z|ch|sh)$/u

/** The forms of a verb's lemma. A hyphenated lemma inflects its last part. */
export function verbForms(lemma: string): VerbForms {
  const hyphen = lemma.lastIndexOf('-')
  if (hyphen > 0 && IRREGULAR[lemma] === undefined)
    return prefixed(lemma.slice(0, hyphen + 1), verbForms(lemma.slice(hyphen + 1)))
  const irregular = IRREGULAR[lemma]
  const third = lemma === 'be' ? 'is' : lemma === 'have' ? 'has' : sForm(lemma)
  if (irregular !== undefined) {
    const [past = '', participle = past] = irregular.split(' ')
    return { base: lemma, third, past: past.split('/'), participle: participle.split('/'), gerund: ingForm(lemma) }
  }
  const past = edForms(lemma)
  return { base: lemma, third, past, participle: past, gerund: ingForm(lemma) }
}

function prefixed(prefix: string, forms: VerbForms): VerbForms {
  const all = (list: readonly string[]): string[] => list.map((form) => prefix + form)
  return {
    base: prefix + forms.base,
    third: prefix + forms.third,
    past: all(forms.past),
    participle: all(forms.participle),
    gerund: prefix + forms.gerund,
  }
}

/** Every form of a verb, its base included, with American and British doubling. */
export function allVerbForms(lemma: string): readonly string[] {
  const forms = verbForms(lemma)
  const out = new Set([forms.base, forms.third, forms.gerund, ...forms.past, ...forms.participle])
  if (lemma === 'be') for (const form of ['are', 'am', "'s", "'re", 'been', 'being']) out.add(form)
  if (DOUBLING_L.has(lemma)) out.add(`${lemma}ed`).add(`${lemma}ing`)
  return [...out]
}

function sForm(lemma: string): string {
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ies`
  if (INVARIANT_ENDS.test(lemma) || /(?:[^aeiou]o)$/u.test(lemma)) return `${lemma}es`
  return `${lemma}s`
}

function doubles(lemma: string): boolean {
  if (DOUBLING.has(lemma) || DOUBLING_L.has(lemma)) return true
  const [a = '', b = '', c = ''] = [lemma.at(-3), lemma.at(-2), lemma.at(-1)]
  return (
    lemma.length <= 4 &&
    !VOWELS.test(c) &&
    !/[wxy]/u.test(c) &&
    VOWELS.test(b) &&
    a !== '' &&
    !VOWELS.test(a) &&
    lemma.length === 3
  )
}

function edForms(lemma: string): readonly string[] {
  if (lemma.endsWith('e')) return [`${lemma}d`]
  if (/[^aeiou]y$/u.test(lemma)) return [`${lemma.slice(0, -1)}ied`]
  if (doubles(lemma)) return [`${lemma}${lemma.at(-1)}ed`]
  if (lemma.endsWith('c')) return [`${lemma}ked`]
  return [`${lemma}ed`]
}

function ingForm(lemma: string): string {
  if (lemma === 'lie' || lemma === 'die' || lemma === 'tie') return `${lemma.slice(0, -2)}ying`
  if (lemma.endsWith('e') && !/(?:ee|oe|ye)$/u.test(lemma) && lemma !== 'be') return `${lemma.slice(0, -1)}ing`
  if (
    doubles(lemma) ||
    /^(?:set|cut|put|let|hit|run|get|sit|shut|quit|split|begin|forget|rid|forbid|spin|win|swim|overrun|dig|bid|slit|shed)$/u.test(
      lemma,
    )
  )
    return `${lemma}${lemma.at(-1)}ing`
  if (lemma.endsWith('c')) return `${lemma}king`
  return `${lemma}ing`
}

const PLURALS: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  policeman: 'policemen',
  gunman: 'gunmen',
  person: 'people',
  crisis: 'crises',
  life: 'lives',
  wife: 'wives',
  thief: 'thieves',
  police: 'police',
  troops: 'troops',
  people: 'people',
  chief: 'chiefs',
  belief: 'beliefs',
  roof: 'roofs',
  talks: 'talks',
}

/** Singular and plural of a noun (the last word of a phrase inflects). */
export function nounForms(lemma: string): readonly string[] {
  const known = PLURALS[lemma]
  if (known !== undefined) return known === lemma ? [lemma] : [lemma, known]
  if (lemma.endsWith('man') && lemma.length > 5) return [lemma, `${lemma.slice(0, -3)}men`]
  return [lemma, sForm(lemma)]
}
