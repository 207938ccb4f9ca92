import type { Draft, Participant } from './draft.ts'
import { fill } from './match.ts'
import type { Tree } from './tree.ts'
import type { WordClasses } from './word-classes.ts'

const ASSIST = new Set(
  'help assist aid support send provide supply protect give grant fund finance donate deploy intervene mediate cooperate back contribute rescue deliver assistance help support protection forces force troops money funds intervention aid supply water food weapons cooperation unity involvement participation'.split(
    ' ',
  ),
)
const YIELD = new Set(
  'release free return withdraw stop end halt cease surrender leave lift apologise apologize disarm obey comply respect abide pull retreat quit abandon hand give-up cut resolve restore respect honour refrain drop reinstate vacate leave withdrawal return ceasefire truce end halt surrender apology restraint calm forget pay present accept allow'.split(
    ' ',
  ),
)
const MEET = new Set(
  'meet talk negotiate visit attend dialogue talks negotiation negotiations meeting summit discussion consult come reach join conference'.split(
    ' ',
  ),
)
const SLOTS = ['xcomp', 'ccomp', 'for', 'obj', 'on', 'acl', 'to']

/** Gives requests and refusals the mode that their content asks for, where nothing has given one yet. */
export function contentMode(draft: Draft): void {
  if ((draft.type !== 'REQUEST' && draft.type !== 'REJECT') || draft.modes.length > 0) return
  const { tree, head } = draft
  for (const slot of SLOTS)
    for (const top of fill(tree, head, draft.match.entry, slot, draft.match.used)) {
      const lemma = tree.lemma(top)
      const mode = ASSIST.has(lemma) ? 'assist' : YIELD.has(lemma) ? 'yield' : MEET.has(lemma) ? 'meet' : null
      if (mode !== null) {
        draft.modes = [mode]
        draft.basis.push(`mode:content-${lemma}`)
        return
      }
    }
  if (draft.issues.length > 0) {
    draft.modes = ['change']
    draft.basis.push('mode:content')
  }
}

const TELEPHONE = /^(?:phone|telephone|videolink|video-link)$/u
const SEVERAL_STATES = 3
/** Nouns for those who meet as their countries: "the presidents of the five states". */
const STATES = /^(?:state|country|nation|republic|government|member|leader|president|minister|power)$/u
const COUNT_WORDS: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  dozen: 12,
}

/** Talks by telephone, and talks of three or more states. `countryOf` gives the country of a participant. */
export function talksMode(draft: Draft, countryOf: (actor: Participant) => string | null): void {
  if (draft.type !== 'CONSULT' || draft.modes.length > 0) return
  const { tree, head } = draft
  const byPhone = tree
    .kids(head)
    .some((kid) => /^(?:by|on|over|via)$/u.test(tree.caseOf(kid)) && TELEPHONE.test(tree.lemma(kid)))
  const countries = new Set([...draft.actors, ...draft.recipients].map(countryOf).filter((each) => each !== null))
  const counted = draft.actors.some((actor) =>
    tree
      .subtree(actor.head)
      .some(
        (word) =>
          STATES.test(tree.lemma(word)) &&
          tree.kids(word).some((kid) => (COUNT_WORDS[tree.form(kid)] ?? Number(tree.form(kid))) >= SEVERAL_STATES),
      ),
  )
  const mode = byPhone ? 'phone' : countries.size >= SEVERAL_STATES || counted ? 'multilateral' : null
  if (mode === null) return
  draft.modes = [mode]
  draft.basis.push(`mode:talks-${mode}`)
}

/** Soldiers on patrol are troops, policemen who are sent are police, whatever the verb says. */
export function forcesMode(draft: Draft, classes: WordClasses): void {
  if (draft.type !== 'MOBILIZE' || (!draft.modes.includes('police') && !draft.modes.includes('troops'))) return
  const { tree } = draft
  const senders = draft.actors.filter(
    (actor) => !classes.is(tree, actor.head, 'authority') || isForce(tree, actor.head),
  )
  const sent = [...senders.map((actor) => actor.head), ...tree.kidsBy(draft.head, 'obj', 'nsubj:pass')]
  const police = sent.some((head) => isPolice(tree, head))
  const troops = sent.some((head) => isForce(tree, head))
  if (police === troops) return
  const mode = police ? 'police' : 'troops'
  if (draft.modes.includes(mode)) return
  draft.modes = [mode]
  draft.basis.push(`mode:${mode}`)
}
const isPolice = (tree: Tree, head: number): boolean =>
  /^(?:police|policeman|policewoman|constable)$/u.test(tree.lemma(head))
const isForce = (tree: Tree, head: number): boolean =>
  /^(?:soldier|troop|troops|army|paratrooper|marine|tank|regiment|battalion|brigade)$/u.test(tree.lemma(head))

/** "violent protests": a demonstration that the text itself calls violent is a riot. */
export function violentProtest(draft: Draft): void {
  if (draft.type !== 'PROTEST' || draft.match.entry.pos !== 'n' || !draft.modes.includes('demo')) return
  const { tree, head } = draft
  if (!tree.kidsBy(head, 'amod').some((kid) => /^(?:violent|bloody)$/u.test(tree.form(kid)))) return
  draft.modes = ['riot']
  draft.form = 'riot'
  draft.basis.push('mode:violent')
}

const ONLINE = /^(?:online|virtually|digitally)$/u
const NETWORKS =
  /^(?:internet|media|network|twitter|facebook|instagram|telegram|web|vkontakte|weibo|whatsapp|tiktok|youtube)$/u

/** Dissent on the net is said, not shown in the street: it disapproves. */
export function onlineProtest(draft: Draft): void {
  if (draft.type !== 'PROTEST' || draft.match.entry.pos !== 'v') return
  const { tree, head } = draft
  const online = tree
    .kids(head)
    .some(
      (kid) =>
        (tree.plain(kid) === 'advmod' && ONLINE.test(tree.form(kid))) ||
        (tree.plain(kid) === 'obl' && /^(?:on|via|through)$/u.test(tree.caseOf(kid)) && NETWORKS.test(tree.lemma(kid))),
    )
  if (!online) return
  draft.type = 'ACCUSE'
  draft.modes = ['disapprove']
  draft.form = null
  draft.basis.push('composition:online')
}

/** "regretted that his officers had not …": remorse for what is one's own is a concession. */
export function remorse(draft: Draft): void {
  const { tree, head } = draft
  if (draft.type !== 'ACCUSE' || !/^(?:regret|lament|rue)$/u.test(tree.lemma(head))) return
  const content = tree.kidBy(head, 'ccomp', 'obj', 'xcomp')
  if (content < 0) return
  const thing = tree.isVerb(content) ? tree.kidBy(content, 'nsubj', 'nsubj:pass') : content
  const own =
    thing < 0
      ? tree.isGerund(content)
      : /^(?:he|she|they|it|we|i)$/u.test(tree.form(thing)) ||
        tree.kids(thing).some((kid) => /^(?:his|her|their|its|our|my)$/u.test(tree.form(kid)))
  if (!own) return
  draft.type = 'CONCEDE'
  draft.modes = []
  draft.recipients = []
  draft.basis.push('composition:remorse')
}

/** What a threat holds out, by the words of its phrase and content. */
const THREATS: readonly (readonly [string, RegExp])[] = [
  [
    'violence',
    /\b(?:attack|kill|fight|destroy|war|strike|bomb|avenge|revenge|retaliat\w*|crush|force|violence|invade|shoot|military|response)\b/u,
  ],
  ['arrest', /\b(?:arrest|jail|imprison|prosecut\w*|warrant|detain)\b/u],
  ['relations', /\b(?:sanctions?|ties|relations|embargo|withdraw|cut|suspend|boycott)\b/u],
  ['expel', /\b(?:expel|expulsion|deport)\b/u],
  ['restrict', /\b(?:ban|restrict|close|shut|curfew|crackdown|block)\b/u],
]

/** Gives a threat without a mode the one that its own words name. */
export function threatMode(draft: Draft): void {
  if (draft.type !== 'THREATEN' || draft.modes.length > 0) return
  const words = [draft.match.phrase, ...draft.tree.subtree(draft.head).map((word) => draft.tree.form(word))].join(' ')
  const found = THREATS.find(([, shape]) => shape.test(words))
  if (found === undefined) return
  draft.modes = [found[0]]
  draft.basis.push('mode:threat')
}

/** Words for the means of an attack and the modes they stand for; the first that stands in the clause counts. */
const MEANS: readonly (readonly [string, RegExp])[] = [
  ['suicide-attack', /^suicide$/u],
  ['explosives', /^(?:bomb|explosion|blast|explosive|grenade|mine|landmine|ied|dynamite|detonat\w*|bombing)s?$/u],
  ['aerial', /^(?:airstrike|warplane|air-raid|jet|airstrikes)s?$/u],
  ['drone', /^drones?$/u],
  ['heavy-weapons', /^(?:mortar|artillery|rocket|missile|shell|shelling|tank)s?$/u],
  [
    'firearms',
    /^(?:gun|gunman|gunmen|rifle|pistol|bullet|shot|shots|gunfire|shoot|shooting|firing|kalashnikov|machinegun|machine-gun|gunshot|sniper|fired|gunned)s?$/u,
  ],
  [
    'primitive',
    /^(?:knife|knives|stone|brick|machete|axe|sword|stabb\w*|burnt|acid|stick|fire|iron-rod|spear|arrow|hammer|rod|club|sabre)s?$/u,
  ],
  ['beat', /^(?:beaten|beating|punched|kicked|fists?)$/u],
]

const AIRCRAFT = /^(?:warplane|jet|aircraft|helicopter|gunship|bomber|plane|drone|airplane|fighter-jet|uav)s?$/u
const POISON =
  /\b(?:chemical (?:attack|weapon)s?|sarin|mustard gas|chlorine gas|(?:poison(?:ous)?|toxic|nerve) (?:gas|agent)|gas attack)\b/u

/** An assault from the air or with poison has that mode whatever its verb: warplanes pound a town as guns do. */
export function overridingMeans(draft: Draft): void {
  if (draft.type !== 'ASSAULT') return
  const { tree } = draft
  const craft = draft.actors.find(
    (actor) =>
      (AIRCRAFT.test(tree.lemma(actor.head)) || AIRCRAFT.test(tree.form(actor.head))) &&
      // A suicide bomber is no bomber.
      !tree.subtree(actor.head).some((word) => tree.form(word) === 'suicide'),
  )
  if (craft !== undefined && !draft.modes.includes('aerial') && !draft.modes.includes('drone')) {
    draft.modes = [/drone|uav/u.test(tree.form(craft.head)) ? 'drone' : 'aerial']
    draft.basis.push('mode:aircraft')
  }
  if (!draft.modes.includes('unconventional') && POISON.test(tree.forms.join(' '))) {
    draft.modes = ['unconventional']
    draft.basis.push('mode:poison')
  }
}

/** Gives an assault without a mode the means named in its clause. */
export function meansMode(draft: Draft): void {
  if (draft.type !== 'ASSAULT' || draft.modes.length > 0) return
  const { tree, head } = draft
  const clause = tree.clause(head)
  const words = [
    ...tree.subtree(
      clause,
      (kid) => tree.relation(kid) === 'acl:relcl' || tree.plain(kid) === 'ccomp' || tree.plain(kid) === 'parataxis',
    ),
  ]
  for (const [mode, shape] of MEANS)
    if (words.some((word) => shape.test(tree.form(word)))) {
      draft.modes = [mode]
      draft.basis.push('mode:means')
      return
    }
}
