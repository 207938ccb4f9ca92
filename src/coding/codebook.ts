/** The codebook as data: types, modes, scores, contexts, sectors, forms, topics, and the crosswalks out of it. */
export * from './codebook/acled.ts'
export * from './codebook/cameo.ts'
export * from './codebook/forms.ts'
export * from './codebook/types.ts'
