import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { connect, isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isLoopbackAddress, isPublicAddress } from '../../domain/manners/public-address.ts';
import { AddressNotAllowedError } from './fetch-errors.ts';
import type { Gateway } from './web-options.ts';

type Connector = buildConnector.connector;

export interface PublicConnectorOptions {
  readonly connectMs: number;
  readonly allowLoopback: boolean;
  readonly lookup?: LookupFunction | undefined;
}

/**
 * Opens sockets to the public internet and nowhere else.
 *
 * The check sits where the name has just been resolved and the socket is about to be opened, for each hop anew, so
 * that a name which resolves differently the second time (DNS rebinding) gains nothing. An address written in the URL
 * never reaches the resolver, and is checked before it; the address at the other end is checked once more after.
 */
export function publicConnector(options: PublicConnectorOptions): Connector {
  const isAllowed = (address: string): boolean =>
    isPublicAddress(address) || (options.allowLoopback && isLoopbackAddress(address));
  const open = buildConnector({
    allowH2: false,
    timeout: options.connectMs,
    lookup: allowedOnly(options.lookup ?? (systemLookup as LookupFunction), isAllowed),
  });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isAllowed(host)) {
      callback(new AddressNotAllowedError(), null);
      return;
    }
    open(target, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const refusal = refusalOfPeer(socket.remoteAddress, isAllowed);
      if (refusal === undefined) return callback(null, socket);
      socket.destroy();
      return callback(refusal, null);
    });
  };
}

/** A socket without a peer was reset as soon as it was open. */
function refusalOfPeer(peer: string | undefined, isAllowed: (address: string) => boolean): Error | undefined {
  if (peer === undefined) return Object.assign(new Error('reset at once'), { code: 'ECONNRESET' });
  return isAllowed(peer) ? undefined : new AddressNotAllowedError();
}

/** Leaves of a resolver's answer what may be connected to; an answer of which nothing is left is an error. */
function allowedOnly(resolve: LookupFunction, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, answer) => {
      if (error !== null) return callback(error, []);
      const allowed = (answer as LookupAddress[]).filter(({ address }) => isAllowed(address));
      const [first] = allowed;
      if (first === undefined) return callback(new AddressNotAllowedError(), []);
      if (options.all) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
}

/** Opens every socket to the one local server that plays the web: no resolver, no TLS. */
export function gatewayConnector(gateway: Gateway): Connector {
  return (_target, callback) => {
    const socket = connect({ host: gateway.host, port: gateway.port, noDelay: true });
    const settle = (error: Error | null): void => {
      socket.off('connect', onConnect).off('error', settle);
      if (error !== null) callback(error, null);
      else callback(null, socket);
    };
    const onConnect = (): void => settle(null);
    socket.once('connect', onConnect).once('error', settle);
  };
}
