import fc from 'fast-check';

const UNITS = [
  ...Array.from('ab <>&"\'`\\/;:=.,-(){}[]%\r\n\t\0'),
  '\u0085',
  '\u00a0',
  '\u0301',
  '\u200b',
  '\u200d',
  '\u2028',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ud800',
  '\udc00',
  '\ufeff',
  'é',
  'ש',
  'ع',
  '👩‍🚀',
  '</script>',
  'javascript:',
];

/** Text of the characters that break things, in any order: denser in trouble than random Unicode. */
export function hostileText(maxLength = 60): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...UNITS), maxLength });
}
