import type { Actor } from './actors/actor-mention.ts';
import type { Statement } from './find-statements.ts';

/** Why a statement became nobody's position of its own. */
export const SET_ASIDE_REASONS = [
  'without-recipient',
  'about-delivery',
  'heading-or-question',
  'opening-of-nobody',
  'hypothetical',
  'only-asked-of',
  'only-named',
  'only-possible',
  'qualified-away',
  'nobodys',
  'no-stand',
  'own-pledge',
  'own-weapons',
  'foreign',
  'beside-the-topic',
  'unsupported',
  'doubted',
  'its-own-limit',
  'unsure',
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** A statement that was read and is no position, with the reason. */
export interface SetAside {
  readonly statement: Statement;
  readonly reason: SetAsideReason;
  /** Who was found, where somebody was. */
  readonly actor?: Actor | undefined;
}

/** Parts what passes from what is set aside; `reasonOf` gives the reason of the latter and nothing for the former. */
export function sift<Item>(
  items: readonly Item[],
  reasonOf: (item: Item) => SetAsideReason | undefined,
  statementOf: (item: Item) => Statement,
): { readonly passed: Item[]; readonly setAside: SetAside[] } {
  const passed: Item[] = [];
  const setAside: SetAside[] = [];
  for (const item of items) {
    const reason = reasonOf(item);
    if (reason === undefined) passed.push(item);
    else setAside.push({ statement: statementOf(item), reason });
  }
  return { passed, setAside };
}
