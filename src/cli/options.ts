import { Option } from 'commander'

/** The folder of the workspace. */
export const WORKSPACE_OPTION = (): Option =>
  new Option('-w, --workspace <folder>', 'the workspace; GROUNDSWELL_WORKSPACE or the current folder if left out')

/** How a list is printed. */
export const FORMAT_OPTION = (): Option =>
  new Option('--format <format>', 'how to print').choices(['table', 'jsonl']).default('table')
