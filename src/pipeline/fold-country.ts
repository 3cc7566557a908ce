import { foldLedger } from '../domain/ledger/fold-ledger.ts';
import type { LedgerRow } from '../domain/ledger/ledger.ts';
import type { LedgerRules } from '../domain/ledger/ledger-rules.ts';
import type { LedgerStore, PositionStore } from './ports.ts';
import { StepError } from './step-error.ts';

export interface FoldDeps {
  readonly positions: PositionStore;
  readonly ledger: LedgerStore;
  /** By topic id. */
  readonly rules: ReadonlyMap<string, LedgerRules>;
}

const MAX_TRIES = 5;

/**
 * Works a country's ledger rows out anew from all its positions.
 *
 * The version is read before the positions and claimed after them: whoever loses the claim has perhaps not seen what
 * the winner saw, or the other way round, and reads again. So does a fold that finds a later version once its rows are
 * written: among them may be one that the later fold no longer knew.
 *
 * @returns the rows that stand now
 * @throws StepError `ledger-contended` when others were faster each time
 */
export async function foldCountry(
  topicId: string,
  country: string,
  deps: FoldDeps,
): Promise<readonly LedgerRow[]> {
  const rules = deps.rules.get(topicId);
  if (!rules) return [];
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const version = (await deps.ledger.findVersion(topicId, country)) + 1;
    const positions = await deps.positions.listByCountry(topicId, country);
    const rows = foldLedger(positions, rules);
    if (await deps.ledger.claimVersion(topicId, country, version)) {
      await deps.ledger.saveRows(topicId, country, version, rows);
      if ((await deps.ledger.findVersion(topicId, country)) === version) return rows;
    }
  }
  throw new StepError('ledger-contended', `${country}: ${MAX_TRIES} folds were overtaken`, {
    retryable: true,
  });
}
