import ipaddr from 'ipaddr.js';

/** IANA has handed out global unicast from this block only; mapped, NAT64 and private addresses lie outside it. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the public internet: unicast, global, and not a tunnel or a translation into
 * another network. Refuses what it cannot read.
 *
 * The special ranges are those of ipaddr.js, which follow the IANA registries of special-purpose addresses. For IPv6
 * the address must also lie in the one block that global unicast is assigned from, so that a range nobody listed is
 * refused rather than trusted. 6to4 and Teredo wrap an IPv4 address that may be private, and are refused with them.
 *
 * @param address IPv4 with four decimal parts, or IPv6 without brackets; every other spelling is refused
 * @see RFC 6890, RFC 4291 section 2.4
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parseAddress(address);
  if (parsed === undefined || parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed.zoneId === undefined && parsed.match(GLOBAL_IPV6));
}

/** Whether an IP address is this machine: 127.0.0.0/8 or ::1, in their plain spelling. */
export function isLoopbackAddress(address: string): boolean {
  return parseAddress(address)?.range() === 'loopback';
}

/** Whether a text is an IP address in a spelling that `isPublicAddress` reads. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (text.includes(':') && ipaddr.IPv6.isValid(text)) return ipaddr.IPv6.parse(text);
  return undefined;
}
