import type { EventType } from '../event-record.ts'

/** Codebook in force. Every record names it; a change of any table below changes it. */
export const CODEBOOK_VERSION = 'plover-2.0+gs-1'

export type Quad = 'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict'

/** One event type: what it covers, whether it needs a recipient, and the score of each of its modes. */
export interface TypeEntry {
  readonly quad: Quad
  /** Score of the type without a mode, on the scale from -10 (conflict) to +10 (cooperation). */
  readonly score: number
  readonly recipientRequired: boolean
  readonly covers: string
  readonly modes: Readonly<Record<string, number>>
}

/** Types and modes of PLOVER 2.0 with our readings where it contradicts itself (docs/codebook.md). */
export const TYPES: Readonly<Record<EventType, TypeEntry>> = {
  AGREE: {
    quad: 'verbal cooperation',
    score: 2.5,
    recipientRequired: false,
    covers: 'agrees, offers, promises or commits to cooperate',
    modes: {},
  },
  CONSULT: {
    quad: 'verbal cooperation',
    score: 2.5,
    recipientRequired: false,
    covers: 'talks, meetings, visits and calls',
    modes: { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 },
  },
  SUPPORT: {
    quad: 'verbal cooperation',
    score: 5,
    recipientRequired: false,
    covers: 'praises, endorses, recognises, signs or ratifies',
    modes: {},
  },
  CONCEDE: {
    quad: 'verbal cooperation',
    score: 4.5,
    recipientRequired: false,
    covers:
      'gives way in words: eases rules, lifts a curfew, pardons, apologises, suspends a protest, declares a ceasefire',
    modes: {},
  },
  COOPERATE: {
    quad: 'material cooperation',
    score: 9.5,
    recipientRequired: true,
    covers: 'mutual material exchange: trade, joint exercises, extradition, intelligence',
    modes: {},
  },
  AID: {
    quad: 'material cooperation',
    score: 10,
    recipientRequired: true,
    covers: 'one-sided material help: money, arms, relief, asylum, debt relief, rescue of hostages',
    modes: {},
  },
  RETREAT: {
    quad: 'material cooperation',
    score: 6.5,
    recipientRequired: false,
    covers: 'gives way in deeds: releases, withdraws, returns property, lets observers in, disarms, resigns',
    modes: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 },
  },
  REQUEST: {
    quad: 'verbal conflict',
    score: 0,
    recipientRequired: false,
    covers: 'asks, demands, orders, appeals',
    modes: { assist: 0.5, change: -1, yield: -1, meet: 0 },
  },
  ACCUSE: {
    quad: 'verbal conflict',
    score: -3,
    recipientRequired: false,
    covers: 'criticises, complains, accuses, sues, investigates',
    modes: { disapprove: -2, investigate: -3.5, allege: -3.5 },
  },
  REJECT: {
    quad: 'verbal conflict',
    score: -2,
    recipientRequired: false,
    covers: 'refuses, declines, vetoes, cancels a meeting, bars entry',
    modes: { assist: -1.5, change: -2, yield: -2, meet: -2 },
  },
  THREATEN: {
    quad: 'verbal conflict',
    score: -3.5,
    recipientRequired: false,
    covers: 'warns of serious consequences; the mode is what is threatened',
    modes: { restrict: -3, arrest: -3.5, relations: -3.5, expel: -3.5, territory: -4, violence: -3.5 },
  },
  PROTEST: {
    quad: 'material conflict',
    score: -5,
    recipientRequired: false,
    covers: 'collective civilian dissent by presence or action',
    modes: { demo: -5, riot: -7, strike: -5, hunger: -4.5, boycott: -4.5, obstruct: -4.5, vandalize: -5 },
  },
  SANCTION: {
    quad: 'material conflict',
    score: -6,
    recipientRequired: true,
    covers: 'cuts existing relations, convicts, expels a member or a diplomat',
    modes: { convict: -6, expel: -5.5, withdraw: -6, discontinue: -6 },
  },
  MOBILIZE: {
    quad: 'material conflict',
    score: -5.5,
    recipientRequired: false,
    covers: 'armed or police posture without use of force',
    modes: { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 },
  },
  COERCE: {
    quad: 'material conflict',
    score: -7,
    recipientRequired: false,
    covers: 'repression short of violence',
    modes: {
      seize: -7,
      restrict: -7,
      censor: -6.5,
      curfew: -6.5,
      'martial-law': -7.5,
      arrest: -7,
      deport: -7,
      withhold: -7,
      misinformation: -6.5,
      cyber: -7,
    },
  },
  ASSAULT: {
    quad: 'material conflict',
    score: -9,
    recipientRequired: false,
    covers: 'deliberate acts that can do serious bodily harm',
    modes: {
      abduct: -8.5,
      beat: -7.5,
      torture: -8.5,
      sexual: -8.5,
      targeted: -9.5,
      destroy: -8.5,
      primitive: -8,
      firearms: -9,
      explosives: -9,
      'suicide-attack': -9.5,
      aerial: -9.5,
      drone: -9.5,
      'heavy-weapons': -9.5,
      'crowd-control': -7.5,
      unconventional: -10,
    },
  },
}

/** Whether the codebook gives the type this mode. */
export function isMode(type: EventType, mode: string): boolean {
  return Object.hasOwn(TYPES[type].modes, mode)
}

/** The score of a record: that of its most extreme mode, the type's where it has none. Unknown modes are passed over. */
export function scaleOf(type: EventType, modes: readonly string[]): number {
  let best: number | null = null
  for (const mode of modes) {
    const score = TYPES[type].modes[mode]
    if (score !== undefined && (best === null || Math.abs(score) > Math.abs(best))) best = score
  }
  return best ?? TYPES[type].score
}

/** PLOVER's 37 contexts. */
export const CONTEXTS = [
  'military',
  'intelligence',
  'executive',
  'legislative',
  'election',
  'political_institutions',
  'pro_democracy',
  'pro_autocracy',
  'economic',
  'legal',
  'reparations',
  'human_rights',
  'rights_freedoms',
  'repression',
  'human_security',
  'gender',
  'lgbt',
  'religion_ethnicity',
  'inequality',
  'diplomatic',
  'territory',
  'peacekeeping',
  'health',
  'asylum',
  'migration',
  'disasters',
  'natural_resource',
  'environment',
  'technology',
  'terrorism',
  'cbrn',
  'cyber',
  'misinformation',
  'crime',
  'corruption',
  'illegal_drugs',
  'trafficking',
] as const
export type Context = (typeof CONTEXTS)[number]

/** Sector codes of actors with what they stand for. MED is health here; in CAMEO it meant media. */
export const SECTORS = {
  COP: 'police',
  GOV: 'executive and governing parties',
  JUD: 'courts',
  LEG: 'legislature',
  MIL: 'military',
  PRM: 'pro-government paramilitary',
  PTY: 'party',
  REB: 'armed opposition',
  SPY: 'intelligence',
  UAF: 'unidentified armed',
  UNK: 'unidentified',
  AGR: 'farmers',
  BUS: 'business',
  CRM: 'criminals',
  CVL: 'civilians and protesters',
  EDU: 'education',
  ELI: 'former officials, elites and families',
  JRN: 'media',
  LAB: 'workers and unions',
  MED: 'health',
  OPP: 'opposition',
  PRE: 'disputed entity',
  REF: 'refugees',
  REL: 'religion',
  SOC: 'civil society',
  IGO: 'intergovernmental',
  UNO: 'United Nations',
  EUR: 'European Union',
  NGO: 'non-governmental',
  ISM: 'social movement',
  IMG: 'international armed group',
  MNC: 'multinational company',
} as const
export type Sector = keyof typeof SECTORS
