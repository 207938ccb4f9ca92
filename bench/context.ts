import { type Coder, createCoder, type MentionFinders } from '../src/coding/coder.ts'
import { loadResources, ResourceFiles } from '../src/jobs/resources.ts'
import type { LanguageEngine } from '../src/language/token.ts'
import { type Gazetteer, openGazetteer } from '../src/mention/gazetteer/gazetteer.ts'

/** The coder and the parts of it that yardsticks score alone. */
export interface CoderContext {
  readonly coder: Coder
  readonly engine: LanguageEngine
  readonly finders: MentionFinders
  readonly gazetteer: Gazetteer
  readonly files: ResourceFiles
}

/** Opens the coder as it ships: the same files and settings as `groundswell code`. */
export async function openContext(): Promise<CoderContext> {
  const files = new ResourceFiles()
  const resources = loadResources(files)
  return {
    coder: createCoder(resources),
    engine: resources.engines.en as LanguageEngine,
    finders: resources.finders,
    gazetteer: openGazetteer(files.gazetteer()),
    files,
  }
}
