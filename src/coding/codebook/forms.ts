import type { EventType } from '../event-record.ts'

/** A form of protest: what it is, and where it goes in the codebooks of others. */
export interface FormEntry {
  readonly covers: string
  readonly type: EventType
  readonly modes: readonly string[]
  /** CAMEO code of the form. */
  readonly cameo: string
  /** ACLED-like sub-event where people gathered in public; null where the form alone is none. */
  readonly acled: string | null
}

/** Our extension of PLOVER's protests. The form never changes because of what the police did. */
export const FORMS = {
  rally: {
    covers: 'stationary gathering with a demand',
    type: 'PROTEST',
    modes: ['demo'],
    cameo: '141',
    acled: 'Peaceful protest',
  },
  march: { covers: 'moving', type: 'PROTEST', modes: ['demo'], cameo: '141', acled: 'Peaceful protest' },
  picket: {
    covers: 'small, at an institution; one person counts',
    type: 'PROTEST',
    modes: ['demo'],
    cameo: '141',
    acled: 'Peaceful protest',
  },
  vigil: {
    covers: 'silent, mourning with a political demand',
    type: 'PROTEST',
    modes: ['demo'],
    cameo: '141',
    acled: 'Peaceful protest',
  },
  'sit-in': { covers: 'occupying a place', type: 'PROTEST', modes: ['demo'], cameo: '141', acled: 'Peaceful protest' },
  'hunger-strike': {
    covers: 'refusal of food with a demand',
    type: 'PROTEST',
    modes: ['hunger'],
    cameo: '142',
    acled: null,
  },
  strike: { covers: 'work stopped', type: 'PROTEST', modes: ['strike'], cameo: '143', acled: null },
  blockade: {
    covers: 'road, rail or gate closed by people',
    type: 'PROTEST',
    modes: ['obstruct'],
    cameo: '144',
    acled: 'Peaceful protest',
  },
  boycott: { covers: 'refusal to buy, vote or attend', type: 'PROTEST', modes: ['boycott'], cameo: '143', acled: null },
  petition: {
    covers: 'signatures or a delegation handing demands',
    type: 'REQUEST',
    modes: ['change'],
    cameo: '104',
    acled: null,
  },
  riot: {
    covers: 'violence by participants',
    type: 'PROTEST',
    modes: ['riot'],
    cameo: '145',
    acled: 'Violent demonstration',
  },
} as const satisfies Record<string, FormEntry>
export type Form = keyof typeof FORMS

/** Topics of an issue. */
export const TOPICS = [
  'land',
  'prices-inflation',
  'wages-work',
  'housing',
  'utilities',
  'environment',
  'corruption',
  'elections',
  'political-reform',
  'repression-prisoners',
  'language-ethnicity',
  'religion',
  'gender',
  'foreign-influence',
  'territory',
  'war',
  'education',
  'health',
  'social-benefits',
  'transport',
  'company-dispute',
  'pro-government',
  'other',
] as const
export type Topic = (typeof TOPICS)[number]

/** SCAD-like protest context of each topic. */
export const SCAD_CONTEXT: Readonly<Record<Topic, string>> = {
  land: 'economic',
  'prices-inflation': 'economic',
  'wages-work': 'economic',
  housing: 'economic',
  utilities: 'economic',
  environment: 'env-disaster',
  corruption: 'political',
  elections: 'election',
  'political-reform': 'political',
  'repression-prisoners': 'rights',
  'language-ethnicity': 'discrimination',
  religion: 'religion',
  gender: 'rights',
  'foreign-influence': 'foreign',
  territory: 'independence',
  war: 'war',
  education: 'education',
  health: 'economic',
  'social-benefits': 'economic',
  transport: 'economic',
  'company-dispute': 'economic',
  'pro-government': 'pro-govt',
  other: 'political',
}
