import type { RecordActor } from '../src/coding/event-record.ts'

/**
 * Codes of the invented realms of PETRARCH's validation suite, as its actor list gives them (openeventdata, MIT), and
 * the roles that it appends. Real countries take their own alpha-3 code.
 */
const REALMS: Readonly<Record<string, string>> = {
  gondor: 'GON',
  'minas tirith': 'GON',
  anorien: 'GON',
  arnor: 'ARN',
  osgiliath: 'OSG',
  eriador: 'ERI',
  eriadori: 'ERI',
  mordor: 'MOR',
  'barad-dur': 'MOR',
  calenardhon: 'CAL',
  calimehtar: 'CAL',
  bree: 'BRE',
  romendacil: 'BRE',
  ithilen: 'ITH',
  rohan: 'ROH',
  'caras galadhon': 'ELF',
  galadriel: 'ELF',
  elrond: 'ELF',
  dagolath: 'DAG',
  telemar: 'DAG',
  gollum: 'HOB',
  smeagol: 'HOB',
  bilbo: 'HOB',
  frodo: 'HOB',
  'sam gamgee': 'HOB',
  'hamfast gamgee': 'HOB',
  'elfstan fairbairn': 'HOB',
  gandalf: 'WIZ',
  fornost: 'FOR',
  'dol amroth': 'DOL',
  'the shire': 'FRO/BIL/SAM',
  'michel delving': 'SHRGOV',
  'white downs': 'SHR',
  tuckborough: 'TOK',
  'cirith ungol': 'MORMIL',
  lorien: 'ELR/GAL',
  'amnesty international': 'NGM',
  'european union': 'IGOEEU',
  'al-qaeda': 'IMGMOSALQ',
  washington: 'USAGOV',
  'white house': 'USAGOV',
  'united nations': 'UNO',
  'the au': 'IGOAFR',
  'the ku': 'USAEDU',
  interpol: 'IGOCOPITP',
  'west german': 'GMWGOV',
}
const NAMES = Object.keys(REALMS).sort((a, b) => b.length - a.length)

const ROLES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:police|officers?|constables?)\b/iu, 'COP'],
  [/\b(?:soldiers?|troops?|army|military|forces|navy|generals?|tanks?|warplanes?)\b/iu, 'MIL'],
  [/\b(?:lawmakers?|parliament|senate|legislators?|legislature|congress)\b/iu, 'LEG'],
  [/\b(?:media|news agency|television|radio|newspaper|journalists?|reporters?)\b/iu, 'MED'],
  [/\b(?:courts?|judges?|prosecutors?|tribunal)\b/iu, 'JUD'],
  [
    /\b(?:government|president|prime minister|ministers?|ministry|officials?|ambassadors?|mayor|cabinet|king|premier|diplomats?|spokes\w+|authorities|foreign ministry)\b/iu,
    'GOV',
  ],
  [/\b(?:rebels?|guerrillas?|insurgents?|militants?|fighters?)\b/iu, 'REB'],
  [/\b(?:opposition|activists?|dissidents?|protest\w+)\b/iu, 'OPP'],
  [/\b(?:students?|universit\w+|teachers?|professors?)\b/iu, 'EDU'],
  [/\b(?:civilians?|people|residents?|crowds?|villagers?|women|woman|men|children)\b/iu, 'CVL'],
  [/\b(?:company|companies|business\w*|firms?|banks?)\b/iu, 'BUS'],
  [/\b(?:bishops?|clerics?|church|priests?|monks?|muslims?|christians?)\b/iu, 'REL'],
]

/** The actor code of a participant, or null where its realm is not known. */
export function petrarchCode(text: string, actor: RecordActor): string | null {
  const lower = text.toLowerCase()
  const realm = NAMES.find((name) => lower.includes(name))
  const base = realm === undefined ? actor.country : (REALMS[realm] as string)
  if (base === null) return null
  if (base.length > 3) return base
  const role = ROLES.find(([shape]) => shape.test(text))?.[1]
  return base + (role ?? '')
}
