import { type AcledLabel, toAcled } from '../src/coding/codebook.ts'
import type { EventRecord } from '../src/coding/event-record.ts'

/** Cues of labels that are no political event: an accident or a disaster makes no record. */
const NATURAL =
  /\b(?:earthquake|quake|flood(?:s|ing)?|landslide|mudslide|cyclone|hurricane|typhoon|tornado|tsunami|storm|drought|volcano|eruption|avalanche|wildfire|lightning|heat ?wave|magnitude|tremors?|richter|flooded|torrential|heavy rains?|outbreak)\b/iu
const ACCIDENT =
  /\b(?:crash(?:ed)?|collision|collided|derail(?:ed|ment)|accident(?:al)?|capsized|sank|collapsed?|gas leak|boiler|short circuit|explosion at a (?:factory|plant|mine)|factory|stampede|plunged|fire broke out|mine collapse|building collapse)\b/iu
const HQ =
  /\b(?:establish(?:ed|es|ing)?|set(?:s|ting)? up|built|opened|build(?:ing)?) (?:[\w-]+ ){0,4}(?:bases?|headquarters|camps?|outposts?|(?:military |observation |check)?(?:posts?|points?)|positions?|checkpoints?|barracks)\b|\b(?:bases?|camps?|outposts?|posts?|points?|checkpoints?) (?:(?:was|were|has|have|had|been) ){1,2}(?:established|set up|built|opened)\b/iu
const LEFT =
  /\b(?:withdr[ae]w\w*|pull(?:ed|s|ing)? out|hand(?:ed|s|ing)? over|surrender(?:ed|s)?|without (?:a fight|resistance|fighting)|any resistance)\b/iu
const CLAIM =
  /\b(?:claim(?:ed|s|ing)? responsibility|responsibility for|(?:takes?|took|claims?|claimed) credit|(?:is|are|was|were|be) (?:behind|responsible for)|blam(?:ed|es) (?:\w+ ){1,5}for)\b/iu
const CRIMINAL = /\b(?:gang|cartel|drug(?:s)?|mafia|smuggl\w+|traffick\w+|robber(?:s|y)?|criminal)\b/iu
/** Ground that changes hands, named soon after the verb. */
const GROUND =
  "(?:(?!and |after |while )[\\w\u2019'-]+,? ){0,6}?(?:towns?|villages?|cit(?:y|ies)|territor(?:y|ies)|bases?|camps?|provinces?|districts?|areas?|hills?|control|crossings?|neighbou?rhoods?|regions?|ground|positions?|posts?|airport|stronghold|parts?|dam)\\b"
const RETAKE = new RegExp(
  `\\b(?:re-?(?:captur|gain|tak|took|claim|conquer)\\w*|liberat(?:ed?|es|ing)|took back|takes? back|wrest(?:ed|s|ing)?|drove \\w+ (?:\\w+ ){0,3}out of|cleared|secur(?:ed|es)) ${GROUND}`,
  'iu',
)
const OVERTAKE = new RegExp(
  `\\b(?:captur(?:ed|es|ing)|seiz(?:ed|es|ing)|overr[au]n(?:ning)?|took|takes?|taken|taking|gain(?:ed|s)|conquer(?:ed|s)|stormed and \\w+) (?:full |complete |partial |over |back )?${GROUND}`,
  'iu',
)
const INSURGENT =
  /\b(?:rebels?|militants?|insurgents?|jihadis\w*|fighters|guerrillas?|militia(?:s|men)?|extremists|terrorists?|gunmen|islamic state|opposition)\b/iu
const STATE_ARMED =
  /\b(?:soldiers?|troops?|army|military|police(?:men)?|security (?:forces|personnel)|government forces|special forces|regime|peacekeepers|commandos|border guards?|convoy|patrol|checkpoint)\b/iu
const FIGHT =
  /\b(?:clash\w*|fight(?:ing|s)?|fought|battle\w*|attack\w*|ambush\w*|raid\w*|fir(?:ed|ing)|gunfight|shootout|firefight|killed|offensive|assault\w*|stormed|encounter)\b/iu
/** Works where a blast is an accident unless someone is said to have set it off. */
const INDUSTRIAL =
  /\b(?:(?:chemical|power|industrial|treatment|fireworks?|steel|petrochemical|gas|oil) (?:plant|factory|depot|works|pipeline|tank(?:er)?|storage|terminal)|refinery|warehouse|ammonium nitrate|solvents?|gas (?:leak|cylinder|tank|main)|boiler|leak(?:ed|age|s)?|oil spill|spill(?:ed|age)?|chemical (?:hazard|spill|incident)|hazardous|radiation|contaminat\w+|malfunction\w*|furnace|propane|toxic|industrial (?:area|estate|zone|park)|overturn\w*|motorists?|blackout|derail\w*)\b/iu
const FORCE =
  /\b(?:open(?:ed|ing|s)? fire|fir(?:ed|ing) (?:at|on|into|upon)|shot (?:at|dead|and)|live (?:ammunition|rounds|bullets|fire)|excessive force|violently|brutally|beaten|batons?|rubber[- ](?:coated )?(?:bullets|steel)|kill(?:ed|ing) (?:[\w-]+ ){0,3}(?:protesters?|demonstrators?)|(?:protesters?|demonstrators?|people|man|woman) (?:[\w-]+ ){0,4}(?:killed|injured|wounded)|suppress\w*)\b/iu
const POLICING =
  /\b(?:police|officers?|security (?:forces|guards|personnel)|soldiers?|troops|army|military|authorities|forces)\b/iu
const PLUNDER =
  /\b(?:loot\w*|torch\w*|arson\w*|ransack\w*|vandali[sz]\w*|(?:set|setting) (?:[\w-]+ ){0,6}(?:on fire|ablaze|alight)|burn(?:ed|t|ing)? (?:down )?(?:[\w-]+ ){0,4}(?:houses?|homes?|shops?|buildings?|vehicles?|huts?|crops|church|mosque|schools?)|demolish\w*|raz(?:ed|ing))\b/iu
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
/** People of a gathering, of whom news tells more than of the gathering itself. */
const CROWD = /\b(?:protest[eo]rs?|demonstrators?|rioters?|rioted|riot(?:s|ing))\b/iu
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
  const gathering =
    records.some((record) => record.type === 'PROTEST') ||
    (CROWD.test(text) && (/\bclash/iu.test(text) || assaults.some((record) => record.mode.includes('crowd-control'))))
  if (gathering && (GATHERING.test(text) || CROWD.test(text))) {
    if (found.has('FORCE_AGAINST_PROTEST')) return 'FORCE_AGAINST_PROTEST'
    if (!VIOLENT.test(text) && FORCE.test(text) && POLICING.test(text)) return 'FORCE_AGAINST_PROTEST'
    if (VIOLENT.test(text)) return 'VIOL_DEMONSTR'
  }
  if (nobody && NATURAL.test(text) && !found.has('PEACE_PROTEST')) return 'NATURAL_DISASTER'
  if (nobody && (ACCIDENT.test(text) || INDUSTRIAL.test(text)) && !found.has('PEACE_PROTEST'))
    return 'MAN_MADE_DISASTER'
  if (
    first !== undefined &&
    VERBAL.has(first.type) &&
    first.actors.some((actor) => actor.country !== null) &&
    !assaults.some((record) => record.killed !== null) &&
    !OTHERWISE.some((cue) => cue.test(text))
  ) {
    return AGREED.test(text) && ACCORD.has(first.type) ? 'AGREEMENT' : 'DIPLO'
  }
  if (found.has('SUIC_BOMB')) return 'SUIC_BOMB'
  if (found.has('AIR_STRIKE')) return 'AIR_STRIKE'
  if (GRENADE.test(text) && assaults.length > 0) return 'GRENADE'
  if (WEAPONS.test(text) && !found.has('ARMED_CLASH')) return 'DISR_WEAP'
  if (found.has('ARMED_CLASH') || found.has('ATTACK') || assaults.length === 0) {
    const retaken = RETAKE.exec(text)
    const taken = retaken ?? OVERTAKE.exec(text)
    // What is told first names the snippet: a fight in which ground was lost is told as the fight.
    const fought = FIGHT.exec(text)
    const toldFirst =
      taken === null || retaken !== null || fought === null || fought.index > taken.index || !STATE_ARMED.test(text)
    if (taken !== null && toldFirst && !found.has('ARREST')) {
      const taker = text.slice(Math.max(0, taken.index - 80), taken.index)
      if (INSURGENT.test(taker)) return 'NON_STATE_ACTOR_OVERTAKES_TER'
      return retaken !== null || STATE_ARMED.test(taker) ? 'GOV_REGAINS_TERIT' : 'NON_STATE_ACTOR_OVERTAKES_TER'
    }
    const fight = assaults.length > 0 && FIGHT.test(text) && STATE_ARMED.test(text) && INSURGENT.test(text)
    if (fight && !EXPLOSIVE.some((label) => found.has(label))) return 'ARMED_CLASH'
  }
  if (first?.type === 'COERCE' && found.has('ARREST')) return CRIMINAL.test(text) ? 'ORG_CRIME' : 'ARREST'
  for (const label of PRIORITY) {
    if (!found.has(label)) continue
    if ((label === 'ATTACK' || label === 'ARREST') && CRIMINAL.test(text)) return 'ORG_CRIME'
    return label
  }
  if (HQ.test(text)) return 'HQ_ESTABLISHED'
  if (LEFT.test(text)) return 'NON_VIOL_TERRIT_TRANSFER'
  if (/\b(?:protesters?|demonstrators?|rall(?:y|ied)|marched|protests?|activists)\b/iu.test(text))
    return 'PEACE_PROTEST'
  if (PLUNDER.test(text)) return 'PROPERTY_DISTRUCT'
  if (NATURAL.test(text)) return 'NATURAL_DISASTER'
  if (ACCIDENT.test(text) || INDUSTRIAL.test(text)) return 'MAN_MADE_DISASTER'
  if (DEFECT.test(text)) return 'CHANGE_TO_GROUP_ACT'
  if (AGREED.test(text)) return 'AGREEMENT'
  if (CRIMINAL.test(text) || FELONY.test(text)) return 'ORG_CRIME'
  return 'DIPLO'
}

const EXPLOSIVE: readonly AcledLabel[] = ['REM_EXPLOS', 'ART_MISS_ATTACK', 'AIR_STRIKE', 'GRENADE', 'ABDUCT_DISSAP']
/** Cues of what is no diplomacy, whatever is said about it. */
const OTHERWISE = [
  HQ,
  PLUNDER,
  INDUSTRIAL,
  /\b(?:protest(?:er|ing)|demonstrat|rall(?:y|ied)|march(?:ed|ing))/iu,
  CRIMINAL,
]

/** Crime for gain, where no record says more. */
const FELONY =
  /\b(?:fraud\w*|launder\w*|burglar\w*|break[- ](?:and[- ]enter|in)|stolen|theft|extort\w*|counterfeit\w*|pornograph\w*|brib\w*|scam\w*)\b/iu

const ACCORD: ReadonlySet<string> = new Set(['AGREE', 'SUPPORT', 'CONCEDE'])

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
