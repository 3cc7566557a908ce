import { z } from 'zod';

/** What the ledger must know of a topic beyond its actors and objects. See `LedgerRules`. */
export const ledgerFile = z.strictObject({
  origin: z.string().min(1),
  /** From the nearest to the farthest; the first is what a permission of unknown extent is taken for. */
  zones: z.array(z.strictObject({ zone: z.string().min(1), scope: z.string().min(1) })).min(1),
  /** The zones a scope word covers, and how much of them: larger covers more. */
  scopes: z.record(
    z.string(),
    z.strictObject({ zones: z.array(z.string()).min(1), breadth: z.int().min(1) }),
  ),
  /** Bodies and groups that own no row. */
  rowlessCountries: z.array(z.string()),
  /** Countries whose consent another country's object needs, by object. */
  coDeciders: z.record(z.string(), z.array(z.string())).default({}),
});
