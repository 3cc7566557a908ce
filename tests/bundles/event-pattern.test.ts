import { expect, it } from 'vitest';
import { matchesPattern } from './event-pattern.ts';

const event = { source: 'aws.ses', detail: { mail: { tags: { set: ['ours'], other: ['x', 'y'] } } } };

it.each<[what: string, pattern: object, expected: boolean]>([
  ['an empty pattern', {}, true],
  ['a field', { source: ['aws.ses'] }, true],
  ['one of several values', { source: ['aws.s3', 'aws.ses'] }, true],
  ['another value', { source: ['aws.s3'] }, false],
  ['a field that is missing', { account: ['1'] }, false],
  ['a nested list', { detail: { mail: { tags: { set: ['ours'] } } } }, true],
  ['one of an event’s values', { detail: { mail: { tags: { other: ['y'] } } } }, true],
  ['a nested field that is missing', { detail: { bounce: { type: ['x'] } } }, false],
  [
    'two fields of which one differs',
    { source: ['aws.ses'], detail: { mail: { tags: { set: ['x'] } } } },
    false,
  ],
])('%s', (_what, pattern, expected) => {
  expect(matchesPattern(pattern, event)).toBe(expected);
});

it('refuses to guess at other comparisons', () => {
  expect(() => matchesPattern({ source: [{ prefix: 'aws.' }] }, event)).toThrow('not known here');
});
