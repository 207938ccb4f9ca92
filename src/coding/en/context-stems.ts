import type { Context } from '../codebook.ts'

const TABLE: Readonly<Record<Context, string>> = {
  military: 'army troops soldier military navy airforce defence defense warplane brigade nato',
  intelligence: 'intelligence spy espionage cia mossad fsb kgb surveillance',
  executive: 'cabinet decree executive-order prime-minister presidency',
  legislative: 'parliament senate congress bill lawmaker legislat mp mps knesset duma',
  election: 'election electoral ballot voter vote poll candidate referendum recount',
  political_institutions: 'constitution institution judiciary federal term-limit',
  pro_democracy: 'pro-democracy democra democratic-movement',
  pro_autocracy: 'junta dictator autocra coup one-party',
  economic: 'trade economy economic inflation price budget tax investment tariff wage currency',
  legal: 'court judge trial lawsuit prosecutor verdict appeal lawyer indict convict sentence tribunal',
  reparations: 'reparation restitution',
  human_rights: 'human-rights rights amnesty-international',
  rights_freedoms: 'freedom press-freedom expression assembly-ban speech',
  repression: 'crackdown repress tear teargas dissent baton water-cannon dispersed',
  human_security: 'poverty famine hunger shelter humanitarian',
  gender: 'women woman gender rape domestic-violence abortion',
  lgbt: 'lgbt gay lesbian transgender homosexual',
  religion_ethnicity:
    'muslim christian hindu jew church mosque temple ethnic religio sectarian communal minority cleric uighur uyghur',
  inequality: 'inequality discriminat racis caste',
  diplomatic: 'ambassador embassy diplomat foreign-minister bilateral envoy summit consulate',
  territory: 'border annex territor sovereignty settlement secession independence disputed',
  peacekeeping: 'peacekeep',
  health: 'health hospital vaccine disease virus covid pandemic doctor epidemic',
  asylum: 'asylum',
  migration: 'migrant migration refugee immigra deport',
  disasters: 'earthquake flood hurricane cyclone drought disaster tsunami storm',
  natural_resource: 'oil gas mining water pipeline mineral land forest',
  environment: 'environment pollut climate emission nuclear-power waste',
  technology: 'technology internet satellite software',
  terrorism: 'terror suicide-bomb al-qaeda al-qaida islamic-state jihad',
  cbrn: 'nuclear chemical-weapon biological uranium warhead',
  cyber: 'cyber hack hacking malware email',
  misinformation: 'disinformation misinformation propaganda fake',
  crime: 'crime criminal murder robbery theft gang homicide stab kidnap',
  corruption: 'corrupt brib embezzl graft fraud',
  illegal_drugs: 'cocaine heroin narcotic drug cartel',
  trafficking: 'trafficking smuggl',
}

/** Stems whose words speak for a context. Own lists. */
export const CONTEXT_STEMS = Object.fromEntries(
  Object.entries(TABLE).map(([context, stems]) => [context, stems.split(' ')]),
) as unknown as Readonly<Record<Context, readonly string[]>>
