import { type AcledLabel, toAcled } from '../src/coding/codebook.ts'
import type { EventRecord } from '../src/coding/event-record.ts'

/** Cues of labels that are no political event: an accident or a disaster makes no record. */
const NATURAL =
  /\b(?:earthquake|quake|flood(?:s|ing)?|landslide|mudslide|cyclone|hurricane|typhoon|tornado|tsunami|storm|drought|volcano|eruption|avalanche|wildfire|lightning|heat ?wave|magnitude)\b/iu
const ACCIDENT =
  /\b(?:crash(?:ed)?|collision|collided|derail(?:ed|ment)|accident(?:al)?|capsized|sank|collapsed?|gas leak|boiler|short circuit|explosion at a (?:factory|plant|mine)|factory|stampede|plunged|fire broke out|mine collapse|building collapse)\b/iu
const HQ =
  /\b(?:establish(?:ed|es)?|set up|built|opened|build(?:ing)?) (?:\w+ ){0,4}(?:base|headquarters|camp|outpost|position|checkpoint|barracks)/iu
const CLAIM = /\b(?:claim(?:ed|s|ing)? responsibility|responsibility for)\b/iu
const CRIMINAL = /\b(?:gang|cartel|drug(?:s)?|mafia|smuggl\w+|traffick\w+|robber(?:s|y)?|criminal)\b/iu
const RETAKE = /\b(?:re(?:captur|gain|tak|took|claim|liberat)\w*|liberat\w+|took back|drove out|cleared)\b/iu
const OVERTAKE = /\b(?:captur\w+|seiz\w+|overr[au]n|took (?:over|control)|takes? (?:over|control)|fell to)\b/iu
const WEAPONS =
  /\b(?:defus\w+|disarm\w+|seiz\w+ (?:\w+ ){0,4}(?:weapons|arms|ammunition|explosives)|recover\w+ (?:\w+ ){0,4}(?:weapons|arms|bomb|explosives|ied|mine)|cache|intercept\w+|shot down|neutrali[sz]\w+|destroyed (?:\w+ ){0,3}(?:mine|bomb|ied|explosive))/iu
const MILITARY_CHANGE =
  /\b(?:deploy\w*|reinforc\w*|withdr[ae]w\w*|exercise|drill|mobili[sz]\w*|redeploy\w*|recruit\w*|troops|training)\b/iu

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
  const violent = records.some((record) => record.type === 'ASSAULT' || record.type === 'PROTEST')
  if (CLAIM.test(text)) return 'ATTRIB'
  if (!violent && NATURAL.test(text)) return 'NATURAL_DISASTER'
  if (!violent && ACCIDENT.test(text)) return 'MAN_MADE_DISASTER'
  if (found.has('ARMED_CLASH') || found.has('ATTACK') || !violent) {
    if (RETAKE.test(text)) return 'GOV_REGAINS_TERIT'
    if (OVERTAKE.test(text) && /\b(?:town|village|city|territory|base|province|district|area|hill)\b/iu.test(text))
      return 'NON_STATE_ACTOR_OVERTAKES_TER'
  }
  if (WEAPONS.test(text) && !found.has('ARMED_CLASH')) return 'DISR_WEAP'
  for (const label of PRIORITY) {
    if (!found.has(label)) continue
    if ((label === 'ATTACK' || label === 'ARREST') && CRIMINAL.test(text)) return 'ORG_CRIME'
    return label
  }
  if (HQ.test(text)) return 'HQ_ESTABLISHED'
  if (NATURAL.test(text)) return 'NATURAL_DISASTER'
  if (ACCIDENT.test(text)) return 'MAN_MADE_DISASTER'
  if (CRIMINAL.test(text)) return 'ORG_CRIME'
  if (records.length > 0) return 'DIPLO'
  return MILITARY_CHANGE.test(text) ? 'CHANGE_TO_GROUP_ACT' : 'DIPLO'
}
