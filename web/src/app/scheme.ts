import { useComputedColorScheme } from '@mantine/core'

/** Light or dark, as chosen or as the system has it. */
export function useScheme(): 'light' | 'dark' {
  return useComputedColorScheme('light', { getInitialValueInEffect: false })
}
