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
 * the winner saw, or the other way round, and reads again. Every lost claim is another fold's won one, so folds at once
 * come to an end.
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
    const rows = foldLedger(await deps.positions.listByCountry(topicId, country), rules);
    if (!(await deps.ledger.claimVersion(topicId, country, version))) continue;
    await deps.ledger.saveRows(topicId, country, version, rows);
    const isLatest = (await deps.ledger.findVersion(topicId, country)) === version;
    return isLatest ? rows : clearAway(topicId, country, version, rules, deps);
  }
  throw new StepError('ledger-contended', `${country}: ${MAX_TRIES} folds were overtaken`, {
    retryable: true,
  });
}

/**
 * What a fold does that was overtaken while it wrote. The later fold has seen all that this one saw, and its rows stand;
 * but a row that it had removed may have been written again. What the positions of now do not give is removed.
 */
async function clearAway(
  topicId: string,
  country: string,
  version: number,
  rules: LedgerRules,
  deps: FoldDeps,
): Promise<readonly LedgerRow[]> {
  const rows = foldLedger(await deps.positions.listByCountry(topicId, country), rules);
  const keep = new Set(rows.map(({ rowId }) => rowId));
  await deps.ledger.removeLeftovers(topicId, country, version, keep);
  return rows;
}
