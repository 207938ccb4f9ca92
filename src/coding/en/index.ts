import { COOPERATION } from './triggers/cooperation.ts'
import { MATERIAL_CONFLICT } from './triggers/material-conflict.ts'
import { PROTEST } from './triggers/protest.ts'
import { VERBAL_CONFLICT } from './triggers/verbal-conflict.ts'

/** The English trigger tables. Protest stands first: where two rows fit equally, the earlier one wins. */
export const ENGLISH_TRIGGERS: readonly string[] = [PROTEST, MATERIAL_CONFLICT, VERBAL_CONFLICT, COOPERATION]
