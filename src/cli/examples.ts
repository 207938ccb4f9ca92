import { join, relative } from 'node:path'
import { GroundswellError } from '../base/error.ts'
import { findInputs } from '../jobs/inputs.ts'
import { productFolder } from '../jobs/resources.ts'

/** The bundled example reports under the names that the ledger shows. @throws GroundswellError GS-E602 if they are missing */
export function exampleFiles(): { readonly name: string; readonly path: string }[] {
  const root = productFolder()
  const folder = join(root, 'examples', 'reports')
  const files = [...findInputs([folder])].flatMap((input) =>
    input.kind === 'file' ? [{ name: relative(root, input.path), path: input.path }] : [],
  )
  if (!files.length) throw new GroundswellError('GS-E602', { place: { file: folder } })
  return files
}
