import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from '../../../src/domain/manners/public-address.ts';

/** First, last and some address of every block that IANA calls special, in the spellings a resolver may give. */
const INSIDE: readonly (readonly [name: string, ...addresses: string[]])[] = [
  ['this network', '0.0.0.0', '0.1.2.3', '0.255.255.255'],
  ['private (10/8)', '10.0.0.0', '10.255.255.255'],
  ['carrier-grade NAT', '100.64.0.0', '100.127.255.255'],
  ['loopback', '127.0.0.1', '127.255.255.255', '127.1.2.3'],
  ['link-local and metadata services', '169.254.0.0', '169.254.169.254', '169.254.170.2', '169.254.255.255'],
  ['private (172.16/12)', '172.16.0.0', '172.31.255.255'],
  ['IETF protocol assignments', '192.0.0.0', '192.0.0.170', '192.0.0.255'],
  ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.255'],
  ['AS112', '192.31.196.1', '192.175.48.1'],
  ['AMT', '192.52.193.1'],
  ['6to4 relays', '192.88.99.1'],
  ['private (192.168/16)', '192.168.0.0', '192.168.255.255'],
  ['benchmarking', '198.18.0.0', '198.19.255.255'],
  ['multicast', '224.0.0.1', '239.255.255.255'],
  ['reserved', '240.0.0.1', '255.255.255.254'],
  ['broadcast', '255.255.255.255'],
  ['unspecified, IPv6', '::', '0:0:0:0:0:0:0:0'],
  ['loopback, IPv6', '::1', '0000:0000:0000:0000:0000:0000:0000:0001'],
  ['IPv4-mapped', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:169.254.169.254', '::ffff:8.8.8.8'],
  ['IPv4-compatible', '::127.0.0.1', '::7f00:1', '::8.8.8.8'],
  ['IPv4-translated', '::ffff:0:127.0.0.1', '::ffff:0:808:808'],
  ['NAT64', '64:ff9b::127.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '64:ff9b::8.8.8.8'],
  ['discard', '100::1'],
  ['Teredo', '2001::1', '2001:0:7f00:1::'],
  ['benchmarking, IPv6', '2001:2::1'],
  ['ORCHID', '2001:10::1', '2001:20::1'],
  ['documentation, IPv6', '2001:db8::1', '3fff::1', '3fff:fff:ffff::1'],
  ['6to4 around a private address', '2002:7f00:1::', '2002:a9fe:a9fe::1', '2002:0808:0808::1'],
  ['segment routing', '5f00::1'],
  ['unique local', 'fc00::1', 'fd00:ec2::254', 'fdff::1'],
  ['link-local, IPv6', 'fe80::1', 'febf::1', 'fe80::1%eth0'],
  ['site-local', 'fec0::1', 'feff::1'],
  ['multicast, IPv6', 'ff02::1', 'ff0e::1'],
  ['never assigned', '4000::1', '8000::1', 'e000::1', '1::1'],
];

/** Spellings that other parsers take for an address, and strings that are none. */
const UNREADABLE: readonly string[] = [
  '',
  ' 8.8.8.8',
  '8.8.8.8 ',
  '134744072', // 8.8.8.8 as one number
  '0x8.8.8.8',
  '0x08080808',
  '010.8.8.8', // octal to some, decimal to others
  '8.8.2056',
  '8.8.8',
  '8.8.8.8.8',
  '256.8.8.8',
  '8.8.8.-8',
  '[2606:4700::1111]',
  '2606:4700::1111::1',
  '2606:4700::1111%eth0',
  '2606:4700::1111/64',
  'localhost',
  'outlet.example',
  '８.８.８.８',
];

const PUBLIC: readonly string[] = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2003::1',
  '2606:4700:4700::1111',
  '2A00:1450:4001:0810:0000:0000:0000:200E',
  '2a00:1450:4001:810::8.8.8.8',
];

describe('isPublicAddress', () => {
  const cases = INSIDE.flatMap(([name, ...addresses]) => addresses.map((address) => ({ name, address })));
  it.each(cases)('refuses $address: $name', ({ address }) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(UNREADABLE)('refuses what it cannot read: %o', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });

  it.each(PUBLIC)('lets %s pass', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('answers for any text at all', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isPublicAddress(text) === 'boolean'));
  });

  it('lets no IPv4 address pass by being written as IPv6', () => {
    const prefixes = fc.constantFrom('::ffff:', '::', '::ffff:0:', '64:ff9b::');
    fc.assert(fc.property(prefixes, fc.ipV4(), (prefix, address) => !isPublicAddress(prefix + address)));
  });
});

describe('isLoopbackAddress', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1'])('is %s', (address) => {
    expect(isLoopbackAddress(address)).toBe(true);
  });

  it.each(['', 'localhost', '0.0.0.0', '::', '128.0.0.1', '::ffff:127.0.0.1'])('is not %o', (address) => {
    expect(isLoopbackAddress(address)).toBe(false);
  });
});
