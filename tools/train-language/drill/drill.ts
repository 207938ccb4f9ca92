import { readFileSync } from 'node:fs'
import { type Random, seededRandom } from '../../../src/base/random.ts'
import type { ConlluSentence, ConlluWord } from '../../../src/language/conllu.ts'

/**
 * Drill sentences: made by a small grammar of reports of political events, in own words, with the trees that Universal
 * Dependencies gives them. Treebanks of the web and of talk hardly hold such sentences ("troops fired on marchers",
 * "demanded that the council end the curfew"), so the constructions and their verbs are practised here.
 */

/** A word with what depends on it on either side, in order. */
interface Node {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  readonly left: Arc[]
  readonly right: Arc[]
}
type Arc = readonly [relation: string, node: Node]
type Verb = readonly string[]

const WORDS = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8')) as Record<string, unknown[]>

const UPOS: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  DT: 'DET',
  JJ: 'ADJ',
  IN: 'ADP',
  CD: 'NUM',
  CC: 'CCONJ',
  MD: 'AUX',
  RB: 'ADV',
  TO: 'PART',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  VB: 'VERB',
  VBD: 'VERB',
  VBN: 'VERB',
  VBG: 'VERB',
  VBP: 'VERB',
  POS: 'PART',
  '.': 'PUNCT',
  ',': 'PUNCT',
}

function node(form: string, xpos: string, left: Arc[] = [], right: Arc[] = [], upos = UPOS[xpos] ?? 'X'): Node {
  return { form, xpos, upos, left: [...left], right: [...right] }
}

/** The grammar: each method makes a phrase of one kind at random. */
class Grammar {
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  private pick<T = string>(name: string): T {
    const list = WORDS[name] as T[]
    return list[this.random.below(list.length)] as T
  }

  private chance(share: number): boolean {
    return this.random.unit() < share
  }

  private oneOf<T>(...choices: readonly (() => T)[]): T {
    return (choices[this.random.below(choices.length)] as () => T)()
  }

  private the(): Arc {
    return ['det', node(this.chance(0.8) ? 'the' : 'a', 'DT')]
  }

  private name(): Node {
    return node(this.pick('first'), 'NNP', [], [['flat', node(this.pick('last'), 'NNP')]])
  }

  private people(): Node {
    const left: Arc[] = []
    if (this.chance(0.35)) {
      const number = node(this.pick('number'), 'CD')
      if (this.chance(0.3)) number.left.push(['advmod', node(this.chance(0.5) ? 'about' : 'nearly', 'RB')])
      left.push(['nummod', number])
    } else if (this.chance(0.3)) left.push(['det', node('the', 'DT')])
    if (this.chance(0.35)) left.push(['amod', node(this.pick('adjective'), 'JJ')])
    const phrase = node(this.pick('people'), 'NNS', left)
    if (this.chance(0.1)) phrase.right.push(['nmod', this.marked('from', this.place())])
    return phrase
  }

  private body(): Node {
    if (this.chance(0.2)) return node(this.pick('country'), 'NNP')
    if (this.chance(0.2)) return node('police', 'NNS', this.chance(0.4) ? [['det', node('the', 'DT')]] : [])
    const left: Arc[] = [['det', node('the', 'DT')]]
    if (this.chance(0.15)) left.push(['compound', node(this.pick('town'), 'NNP')])
    return node(this.pick('body'), 'NN', left)
  }

  private titled(): Node {
    const left: Arc[] = []
    if (this.chance(0.4)) left.push(['amod', node(this.pick('adjective'), 'JJ')])
    const name = this.name()
    name.left.push(['nmod:desc', node(this.pick('person'), 'NN', left)])
    return name
  }

  private actor(): Node {
    return this.oneOf(
      () => this.people(),
      () => this.people(),
      () => this.body(),
      () => this.body(),
      () => this.name(),
      () => this.grouped(),
    )
  }

  private grouped(): Node {
    const members = this.marked('of', node(this.pick('people'), 'NNS'))
    return node(this.chance(0.5) ? 'group' : 'crowd', 'NN', [['det', node('a', 'DT')]], [['nmod', members]])
  }

  private person(): Node {
    return this.oneOf(
      () => this.people(),
      () => this.titled(),
      () => node(this.pick('person'), 'NN', [this.the()]),
      () => this.name(),
    )
  }

  private thing(): Node {
    if (this.chance(0.5)) return node(this.pick('things'), 'NNS', this.chance(0.3) ? [['det', node('the', 'DT')]] : [])
    const thing = node(this.pick('thing'), 'NN', [this.the()])
    if (this.chance(0.15)) thing.right.push(['nmod', this.marked('in', this.place())])
    return thing
  }

  private place(): Node {
    return node(this.pick(this.chance(0.7) ? 'town' : 'country'), 'NNP')
  }

  private marked(preposition: string, phrase: Node): Node {
    phrase.left.unshift(['case', node(preposition, 'IN')])
    return phrase
  }

  private whereOrWhen(): Arc {
    return this.oneOf<Arc>(
      () => ['obl', this.marked(this.pick('where'), this.place())],
      () => ['obl', this.marked('on', node(this.pick('day'), 'NNP'))],
      () => ['obl', this.marked('in', node(this.pick('year'), 'CD'))],
      () => ['obl', this.marked(this.pick('when'), node(this.pick('noun'), 'NN'))],
      () => ['obl', this.marked('over', node(this.pick('cause'), 'NNS'))],
      () => ['obl', this.marked('in', node('capital', 'NN', [['det', node('the', 'DT')]]))],
    )
  }

  private circumstances(): Arc[] {
    const count = this.chance(0.45) ? 0 : this.chance(0.7) ? 1 : 2
    return Array.from({ length: count }, () => this.whereOrWhen())
  }

  /** What follows the subject, headed by its verb; `form` 1 for the bare form. */
  private predicate(form: 0 | 1 = 0): Node {
    const xpos = form === 0 ? 'VBD' : 'VB'
    return this.oneOf(
      () => {
        const verb = this.pick<Verb>('direct')
        return node(verb[form] as string, xpos, [], [['obj', this.person()], ...this.circumstances()])
      },
      () => {
        const verb = this.pick<Verb>('affect')
        return node(verb[form] as string, xpos, [], [['obj', this.thing()], ...this.circumstances()])
      },
      () => {
        const verb = this.pick<Verb>('alone')
        return node(verb[form] as string, xpos, [], this.circumstances())
      },
      () => {
        const verb = this.pick<Verb>('at')
        const target = this.marked(verb[2] as string, this.person())
        return node(verb[form] as string, xpos, [], [['obl', target], ...this.circumstances()])
      },
    )
  }

  private clause(): Node {
    const verb = this.predicate()
    verb.left.push(['nsubj', this.actor()])
    return verb
  }

  private passiveClause(): Node {
    const onThing = this.chance(0.4)
    const verb = node(this.pick(onThing ? 'affected' : 'passive'), 'VBN')
    const patient = onThing ? node(this.pick('thing'), 'NN', [['det', node('the', 'DT')]]) : this.person()
    const plural = patient.xpos === 'NNS'
    verb.left.push(['nsubj:pass', patient])
    if (this.chance(0.15)) {
      verb.left.push(['aux', node(plural ? 'have' : 'has', plural ? 'VBP' : 'VBZ', [], [], 'AUX')])
      verb.left.push(['aux:pass', node('been', 'VBN', [], [], 'AUX')])
    } else verb.left.push(['aux:pass', node(plural ? 'were' : 'was', 'VBD', [], [], 'AUX')])
    if (this.chance(0.15)) verb.left.push(['advmod', node('not', 'RB', [], [], 'PART')])
    if (this.chance(0.4))
      verb.right.push([
        'obl:agent',
        this.marked(
          'by',
          this.oneOf(
            () => this.people(),
            () => this.body(),
          ),
        ),
      ])
    verb.right.push(...this.circumstances())
    return verb
  }

  private anyClause(): Node {
    return this.chance(0.6) ? this.clause() : this.passiveClause()
  }

  private coordination(): Node {
    const verb = this.clause()
    const third = this.chance(0.4)
    if (third) {
      const middle = this.predicate()
      middle.left.unshift(['punct', node(',', ',')])
      verb.right.push(['conj', middle])
    }
    const last = this.predicate()
    last.left.unshift(['cc', node('and', 'CC')])
    verb.right.push(['conj', last])
    return verb
  }

  private twoClauses(): Node {
    const verb = this.anyClause()
    const other = this.anyClause()
    const conjunction = node(this.chance(0.7) ? 'and' : 'but', 'CC')
    other.left.unshift(['cc', conjunction])
    if (conjunction.form === 'but' || this.chance(0.3)) other.left.unshift(['punct', node(',', ',')])
    verb.right.push(['conj', other])
    return verb
  }

  private reported(): Node {
    const speaker = node(this.pick('speaker'), 'NN', [this.the()])
    const content = this.anyClause()
    if (this.chance(0.5)) {
      content.left.unshift(['mark', node('that', 'IN', [], [], 'SCONJ')])
      return node(this.pick('say'), 'VBD', [['nsubj', speaker]], [['ccomp', content]])
    }
    // What is said first depends on the verb of saying, as EWT has it three times in four.
    return node('said', 'VBD', [
      ['ccomp', content],
      ['punct', node(',', ',')],
      ['nsubj', speaker],
    ])
  }

  private demanded(): Node {
    const content = this.predicate(1)
    content.left.push(['mark', node('that', 'IN', [], [], 'SCONJ')], ['nsubj', this.actor()])
    return node(this.pick('demand'), 'VBD', [['nsubj', this.body()]], [['ccomp', content]])
  }

  private purpose(): Node {
    const content = this.predicate(1)
    content.left.push(['mark', node('to', 'TO')])
    const verb = this.pick<Verb>('alone')
    return node(verb[0] as string, 'VBD', [['nsubj', this.people()]], [['advcl', content]])
  }

  private present(): Node {
    const verb = this.pick<Verb>('alone')
    const subject = node(this.pick('people'), 'NNS')
    if (this.chance(0.5)) subject.right.push(['nmod', this.marked('in', this.place())])
    return node(
      verb[1] as string,
      'VBP',
      [['nsubj', subject]],
      [['obl', this.marked('over', node(this.pick('cause'), 'NNS'))]],
    )
  }

  private nounPhraseObject(): Node {
    const [noun, preposition] = this.pick<[string, string]>('dependence')
    const owner = node(this.pick('country'), 'NNP', [], [['case', node("'s", 'POS')]])
    const inner = this.marked(preposition, node(this.pick('cause'), 'NNS'))
    const object = node(noun, 'NN', [['nmod:poss', owner]], [['nmod', inner]])
    return node(this.chance(0.5) ? 'criticised' : 'condemned', 'VBD', [['nsubj', this.body()]], [['obj', object]])
  }

  private eventEnded(): Node {
    const subject = node(this.pick('event'), 'NN', [this.the()])
    return node(
      this.chance(0.6) ? 'ended' : 'turned',
      'VBD',
      [['nsubj', subject]],
      [['obl', this.marked(this.chance(0.5) ? 'in' : 'into', node(this.pick('noun'), 'NN'))]],
    )
  }

  private relative(): Node {
    const clause = this.clause()
    const subject = clause.left.find(([relation]) => relation === 'nsubj')?.[1]
    if (!subject) return clause
    const modal = this.chance(0.5)
    const inner = modal ? node(this.pick('passive'), 'VBN') : this.predicate()
    if (modal) inner.left.push(['nsubj:pass', node('who', 'WP')], ['aux:pass', node('were', 'VBD', [], [], 'AUX')])
    else inner.left.push(['nsubj', node('who', 'WP')])
    inner.left.unshift(['punct', node(',', ',')])
    inner.right.push(['punct', node(',', ',')])
    subject.right.push(['acl:relcl', inner])
    return clause
  }

  /** A whole sentence with its stop, perhaps opened by a circumstance. */
  sentence(): Node {
    const root = this.oneOf(
      () => this.clause(),
      () => this.clause(),
      () => this.passiveClause(),
      () => this.coordination(),
      () => this.twoClauses(),
      () => this.reported(),
      () => this.demanded(),
      () => this.purpose(),
      () => this.nounPhraseObject(),
      () =>
        this.oneOf(
          () => this.present(),
          () => this.eventEnded(),
          () => this.relative(),
        ),
    )
    if (this.chance(0.2)) {
      if (this.chance(0.5)) root.left.unshift(['punct', node(',', ',')])
      root.left.unshift(this.whereOrWhen())
    }
    if (this.chance(0.9)) root.right.push(['punct', node('.', '.')])
    return root
  }
}

/** Share of the sentences that are written in small letters throughout. */
const LOWER_CASE_SHARE = 0.2

/** `count` different random sentences; the same seed gives the same ones. Lemmas and features are left out. */
export function drillSentences(count: number, seed: number): ConlluSentence[] {
  const random = seededRandom(seed)
  const grammar = new Grammar(random)
  return Array.from({ length: count }, (_, i) => {
    const words: ConlluWord[] = []
    linearize(grammar.sentence(), 'root', words)
    const lower = random.unit() < LOWER_CASE_SHARE
    words.forEach((word, at) => {
      if (lower) word.form = word.form.toLowerCase()
      else if (at === 0) word.form = word.form.charAt(0).toUpperCase() + word.form.slice(1)
    })
    return { comments: [`# sent_id = drill-${i + 1}`], words, ranges: [], empty: [] }
  })
}

/** Appends a phrase's words in order and returns the place of its head. */
function linearize(phrase: Node, relation: string, words: ConlluWord[]): number {
  const waiting: number[] = []
  for (const [name, child] of phrase.left) waiting.push(linearize(child, name, words))
  const { form, upos, xpos } = phrase
  const own = words.length
  words.push({ form, upos, xpos, lemma: '', feats: '', head: -1, relation, deps: '_', misc: '_' })
  for (const child of waiting) (words[child] as ConlluWord).head = own
  for (const [name, child] of phrase.right) (words[linearize(child, name, words)] as ConlluWord).head = own
  return own
}
