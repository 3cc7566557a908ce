/** The part of dynalite that is used here; the package brings no types. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Directory of the LevelDB store; in memory without one. */
    readonly path?: string | undefined;
    /** How long a new table stays in the state CREATING. */
    readonly createTableMs?: number | undefined;
  }

  export default function dynalite(options?: DynaliteOptions): Server;
}
