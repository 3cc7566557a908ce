import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';

/** Loaded before a program (`node --import`), lets it find no host by its name, as on a machine without a network. */
const { lookup: systemLookup } = dns;

type Done = (error: NodeJS.ErrnoException) => void;

function lookup(hostname: string, ...rest: unknown[]): void {
  if (isIP(hostname) !== 0) {
    Reflect.apply(systemLookup, dns, [hostname, ...rest]);
    return;
  }
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
    code: 'ENOTFOUND',
    hostname,
  });
  const done = rest.at(-1) as Done;
  setImmediate(() => done(error));
}

Object.assign(dns, { lookup });
syncBuiltinESMExports();
