/** One thing that was looked at: how it stands, what was found and, where something is to be done, what. */
export interface Check {
  readonly name: string;
  /** `skipped`: could not be looked at because of another that failed. */
  readonly state: 'ok' | 'warn' | 'fail' | 'skipped';
  readonly found: string;
  readonly remedy?: string | undefined;
}

export const ok = (name: string, found: string): Check => ({ name, state: 'ok', found });
export const warn = (name: string, found: string, remedy: string): Check => ({
  name,
  state: 'warn',
  found,
  remedy,
});
export const fail = (name: string, found: string, remedy: string): Check => ({
  name,
  state: 'fail',
  found,
  remedy,
});
export const skipped = (name: string, found: string): Check => ({ name, state: 'skipped', found });

/** Warnings are for a person to weigh; only a failure stops a script. */
export const isFailed = (checks: readonly Check[]): boolean => checks.some(({ state }) => state === 'fail');
