import { TRACKING_PARAMETERS, TRACKING_PREFIXES, TRACKING_VALUES } from './tracking-parameters.ts';

const NAMES: ReadonlySet<string> = new Set(TRACKING_PARAMETERS.flatMap(({ names }) => names));

/** Whether a query parameter tells how a reader came to a page, and nothing about which page it is. */
export function isTrackingParameter(name: string, value: string): boolean {
  const lowerName = name.toLowerCase();
  if (NAMES.has(lowerName) || TRACKING_PREFIXES.some(({ prefix }) => lowerName.startsWith(prefix)))
    return true;
  if (!Object.hasOwn(TRACKING_VALUES, lowerName)) return false;
  return TRACKING_VALUES[lowerName]?.includes(value.toLowerCase()) ?? false;
}
