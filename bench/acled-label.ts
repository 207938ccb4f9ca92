import { type AcledLabel, toAcled } from '../src/coding/codebook.ts'
import type { EventRecord } from '../src/coding/event-record.ts'

/** Cues of labels that are no political event: an accident or a disaster makes no record. */
const NATURAL =
  /\b(?:earthquake|quake|flood(?:s|ing)?|landslide|mudslide|cyclone|hurricane|typhoon|tornado|tsunami|storm|drought|volcano|eruption|avalanche|wildfire|lightning|heat ?wave|magnitude)\b/iu
const ACCIDENT =
  /\b(?:crash(?:ed)?|collision|collided|derail(?:ed|ment)|accident(?:al)?|capsized|sank|collapsed?|gas leak|boiler|short circuit|explosion at a (?:factory|plant|mine)|factory|stampede|plunged|fire broke out|mine collapse|building collapse)\b/iu
const HQ =
  /\b(?:establish(?:ed|es)?|set up|built|opened|build(?:ing)?) (?:\w+ ){0,4}(?:base|headquarters|camp|outpost|position|checkpoint|barracks)/iu
const CLAIM =
  /\b(?:claim(?:ed|s|ing)? responsibility|responsibility for|(?:takes?|took|claims?|claimed) credit|(?:is|are|was|were|be) (?:behind|responsible for)|blam(?:ed|es) (?:\w+ ){1,5}for)\b/iu
const CRIMINAL = /\b(?:gang|cartel|drug(?:s)?|mafia|smuggl\w+|traffick\w+|robber(?:s|y)?|criminal)\b/iu
const RETAKE = /\b(?:re(?:captur|gain|tak|took|claim|liberat)\w*|liberat\w+|took back|drove out|cleared)\b/iu
const OVERTAKE = /\b(?:captur\w+|seiz\w+|overr[au]n|took (?:over|control)|takes? (?:over|control)|fell to)\b/iu
const WEAPONS =
  /\b(?:(?:found|discover\w+|captur\w+|uncover\w+|confiscat\w+|unearth\w+) (?:\w+ ){0,6}(?:weapons|arms|ammunition|explosives?|firearms|bombs?|pistols|rifles|mines?|bullets|cache|stash)|(?:weapons|arms|ammunition|explosives?|explosive devices?|firearms|bombs?|pistols|rifles|bullets|stash|cache)[^.]{0,60} (?:was|were) (?:found|discovered|seized|captured|recovered|defused|confiscated)|defus\w+|disarm\w+|seiz\w+ (?:\w+ ){0,4}(?:weapons|arms|ammunition|explosives)|recover\w+ (?:\w+ ){0,4}(?:weapons|arms|bomb|explosives|ied|mine)|cache|intercept\w+|shot down|neutrali[sz]\w+|destroyed (?:\w+ ){0,3}(?:mine|bomb|ied|explosive))/iu

/** Labels by how much they say: the first one present among the records of a snippet names it. */
const PRIORITY: readonly AcledLabel[] = [
  'CHEM_WEAP',
  'SUIC_BOMB',
  'AIR_STRIKE',
  'GRENADE',
  'SEX_VIOL',
  'ABDUCT_DISSAP',
  'ART_MISS_ATTACK',
  'REM_EXPLOS',
  'FORCE_AGAINST_PROTEST',
  'VIOL_DEMONSTR',
  'PROTEST_WITH_INTER',
  'MOB_VIOL',
  'ARMED_CLASH',
  'PEACE_PROTEST',
  'ATTACK',
  'PROPERTY_DISTRUCT',
  'ARREST',
  'DISR_WEAP',
  'AGREEMENT',
  'CHANGE_TO_GROUP_ACT',
  'NON_VIOL_TERRIT_TRANSFER',
]

const GRENADE = /\bgrenades?\b/iu
const GATHERING = /\b(?:protest\w*|demonstrat\w+|rall(?:y|ies|ied)|march\w*|strike\w*)\b/iu
const VIOLENT =
  /\b(?:riot\w*|clash\w*|stones?|rocks?|bottles?|petrol bombs?|molotov\w*|torch\w*|set (?:\w+ ){0,3}(?:fire|ablaze|alight)|burn(?:ed|t|ing)|vandal\w+|smash\w*|violent|barricades?|loot\w*)\b/iu
const SEXUAL = /\b(?:rap(?:e|ed|es|ing|ist)|sexual\w*|molest\w*|gang-?rape\w*)\b/iu
const CHEMICAL =
  /\b(?:chemical (?:attack|weapon)s?|sarin|mustard gas|chlorine|(?:poison(?:ous)?|toxic|nerve) (?:gas|agent)|gas attack|mustard agent)\b/iu
const DEFECT =
  /\b(?:defect(?:ed|ion|s)?|reinforce\w*|deploy\w*|mobili[sz]\w*|joined forces|merge[ds]?|redeploy\w*|pull(?:ed|s)? (?:back|out)|recruit\w*|training camp|exercises?|drills?)\b/iu

/** The CASE-2021 label of a snippet from its records; labels outside ACLED from cues where no record decides. */
export function acledLabel(records: readonly EventRecord[], text: string): string {
  const found = new Set<string>()
  for (const record of records) {
    const responses = records.filter(
      (other) =>
        other !== record &&
        (other.type === 'ASSAULT' || other.type === 'COERCE') &&
        other.actors.some((actor) => actor.sector.some((sector) => sector === 'COP' || sector === 'MIL')),
    )
    const view = toAcled({ ...record, background: false }, responses)
    if (view !== null) found.add(view.label)
  }
  const first = records[0]
  const assaults = records.filter((record) => record.type === 'ASSAULT')
  const nobody = assaults.every((record) => record.actors.length === 0)
  if (CLAIM.test(text)) return 'ATTRIB'
  if (SEXUAL.test(text) && !found.has('AIR_STRIKE')) return 'SEX_VIOL'
  if (CHEMICAL.test(text)) return 'CHEM_WEAP'
  if (records.some((record) => record.type === 'PROTEST') && GATHERING.test(text)) {
    if (found.has('FORCE_AGAINST_PROTEST')) return 'FORCE_AGAINST_PROTEST'
    if (VIOLENT.test(text)) return 'VIOL_DEMONSTR'
  }
  if (nobody && NATURAL.test(text) && !found.has('PEACE_PROTEST')) return 'NATURAL_DISASTER'
  if (nobody && ACCIDENT.test(text) && !found.has('PEACE_PROTEST')) return 'MAN_MADE_DISASTER'
  if (
    first !== undefined &&
    VERBAL.has(first.type) &&
    first.actors.some((actor) => actor.country !== null) &&
    !assaults.some((record) => record.killed !== null)
  ) {
    return AGREED.test(text) && (first.type === 'AGREE' || first.type === 'SUPPORT') ? 'AGREEMENT' : 'DIPLO'
  }
  if (found.has('SUIC_BOMB')) return 'SUIC_BOMB'
  if (found.has('AIR_STRIKE')) return 'AIR_STRIKE'
  if (GRENADE.test(text) && assaults.length > 0) return 'GRENADE'
  if (WEAPONS.test(text) && !found.has('ARMED_CLASH')) return 'DISR_WEAP'
  if (found.has('ARMED_CLASH') || found.has('ATTACK') || assaults.length === 0) {
    if (RETAKE.test(text)) return 'GOV_REGAINS_TERIT'
    if (
      OVERTAKE.test(text) &&
      /\b(?:town|village|city|territory|base|province|district|area|hill|control)\b/iu.test(text) &&
      !found.has('ARREST')
    )
      return 'NON_STATE_ACTOR_OVERTAKES_TER'
  }
  if (first?.type === 'COERCE' && found.has('ARREST')) return CRIMINAL.test(text) ? 'ORG_CRIME' : 'ARREST'
  for (const label of PRIORITY) {
    if (!found.has(label)) continue
    if ((label === 'ATTACK' || label === 'ARREST') && CRIMINAL.test(text)) return 'ORG_CRIME'
    return label
  }
  if (HQ.test(text)) return 'HQ_ESTABLISHED'
  if (NATURAL.test(text)) return 'NATURAL_DISASTER'
  if (ACCIDENT.test(text)) return 'MAN_MADE_DISASTER'
  if (DEFECT.test(text)) return 'CHANGE_TO_GROUP_ACT'
  if (AGREED.test(text)) return 'AGREEMENT'
  if (CRIMINAL.test(text)) return 'ORG_CRIME'
  return 'DIPLO'
}

const VERBAL = new Set([
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'SANCTION',
  'SUPPORT',
  'AGREE',
  'CONSULT',
  'THREATEN',
  'CONCEDE',
  'AID',
])
const AGREED = /\b(?:agree(?:d|ment)s?|accord|deal|ceasefire|cease-fire|truce|treaty|pact|signed)\b/iu
