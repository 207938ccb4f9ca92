import type { Topic } from '../codebook.ts'

/** Words that speak for a topic, as stems matched at the start of a word. Own lists. */
const TOPIC_STEMS: readonly (readonly [Topic, string])[] = [
  ['land', 'land farmland arable pasture eviction plot territory-lease'],
  ['prices-inflation', 'price inflation tariff cost fuel petrol bread rent-rise hike subsidy expensive'],
  [
    'wages-work',
    'wage salar pay job working-condition layoff labour labor redundanc pension-pay overtime union unemploy bonus',
  ],
  ['housing', 'housing home mortgage demolition apartment tenant eviction'],
  ['utilities', 'electricity power-cut water gas heating sewage blackout outage'],
  ['environment', 'environment pollut climate ecolog nuclear-plant dam landfill smog mining forest emission'],
  ['corruption', 'corrupt brib embezzl graft kickback nepotism'],
  ['elections', 'election vote ballot poll recount rigg fraud referendum candidate'],
  [
    'political-reform',
    'reform democra constitution parliament resign government regime president term dictator autocra impeach step-down independence-of',
  ],
  [
    'repression-prisoners',
    'prisoner arrest detain detention jail release political-prisoner torture repress crackdown police-brutality killing human-rights camp disappear',
  ],
  ['language-ethnicity', 'language ethnic minority racis discriminat indigenous caste tribe'],
  ['religion', 'relig church mosque temple blasphem islam christian hindu muslim koran quran bible'],
  ['gender', 'women gender abortion rape femicide lgbt gay'],
  [
    'foreign-influence',
    'foreign chinese russian american expansion influence imperial base-closure occupation debt-to',
  ],
  ['territory', 'border annex secession independence autonomy sovereignty island territory settlement'],
  ['war', 'war invasion ceasefire troops bombing peace attack strike military missile'],
  ['education', 'school universit student tuition teacher exam education'],
  ['health', 'health hospital vaccin doctor pandemic medical lockdown'],
  ['social-benefits', 'pension benefit welfare allowance mothers-support social'],
  ['transport', 'road transport bus railway airport traffic fare'],
  ['company-dispute', 'company employer contract management plant factory firm'],
  ['pro-government', 'support-of-the-government in-support loyalty'],
]

/** The topic that the words of an issue speak for most; `other` where none is named. Earlier rows win ties. */
export function topicOf(text: string): Topic {
  const words = text.toLowerCase().split(/[^\p{L}-]+/u)
  let best: Topic = 'other'
  let bestCount = 0
  for (const [topic, stems] of TOPIC_STEMS) {
    let count = 0
    for (const stem of stems.split(' ')) if (words.some((word) => word.startsWith(stem))) count++
    if (count > bestCount) {
      best = topic
      bestCount = count
    }
  }
  return best
}
