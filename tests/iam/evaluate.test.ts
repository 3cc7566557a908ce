import { describe, expect, it } from 'vitest';
import { type AccessRequest, type Conditions, isAllowed, matches, type Statement } from './evaluate.ts';

const TABLE = 'arn:aws:dynamodb:eu-central-1:000000000000:table/caveat';
const allow = (change: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action: 'dynamodb:GetItem',
  Resource: TABLE,
  ...change,
});
const request = (change: Partial<AccessRequest> = {}): AccessRequest => ({
  action: 'dynamodb:GetItem',
  resource: TABLE,
  context: {},
  ...change,
});

describe('what IAM allows', () => {
  it.each<{ name: string; statements: Statement[]; asked: AccessRequest; allowed: boolean }>([
    { name: 'nothing by itself', statements: [], asked: request(), allowed: false },
    { name: 'what a statement allows', statements: [allow()], asked: request(), allowed: true },
    {
      name: 'an action in another case',
      statements: [allow({ Action: 'DynamoDB:getitem' })],
      asked: request(),
      allowed: true,
    },
    {
      name: 'one action of several',
      statements: [allow({ Action: ['dynamodb:Query', 'dynamodb:GetItem'] })],
      asked: request(),
      allowed: true,
    },
    {
      name: 'no other action',
      statements: [allow()],
      asked: request({ action: 'dynamodb:Query' }),
      allowed: false,
    },
    {
      name: 'no index by the table’s name',
      statements: [allow()],
      asked: request({ resource: `${TABLE}/index/todo` }),
      allowed: false,
    },
    {
      name: 'an index by a wildcard',
      statements: [allow({ Resource: `${TABLE}/index/*` })],
      asked: request({ resource: `${TABLE}/index/todo` }),
      allowed: true,
    },
    {
      name: 'no resource in another case',
      statements: [allow({ Resource: TABLE.toUpperCase() })],
      asked: request(),
      allowed: false,
    },
    {
      name: 'nothing that another statement denies',
      statements: [allow(), allow({ Effect: 'Deny', Action: '*', Resource: '*' })],
      asked: request(),
      allowed: false,
    },
    {
      name: 'what a denial does not speak of',
      statements: [allow(), allow({ Effect: 'Deny', Action: 'dynamodb:Put*', Resource: '*' })],
      asked: request(),
      allowed: true,
    },
  ])('$name', ({ statements, asked, allowed }) => {
    expect(isAllowed(statements, asked)).toBe(allowed);
  });

  it('refuses to guess at what it does not know', () => {
    const odd = { ...allow(), NotAction: 'dynamodb:Scan' } as Statement;
    expect(() => isAllowed([odd], request())).toThrow('NotAction is not known');
    expect(() => isAllowed([allow({ Condition: { DateLessThan: { k: 'v' } } })], request())).toThrow(
      'DateLessThan is not known',
    );
  });
});

describe('conditions', () => {
  const KEYS = 'dynamodb:LeadingKeys';
  it.each<{ name: string; condition: Conditions; given?: string[]; holds: boolean }>([
    { name: 'one value', condition: { StringEquals: { [KEYS]: 'a' } }, given: ['a'], holds: true },
    { name: 'another value', condition: { StringEquals: { [KEYS]: 'a' } }, given: ['b'], holds: false },
    { name: 'a value that is missing', condition: { StringEquals: { [KEYS]: 'a' } }, holds: false },
    {
      name: 'one of several',
      condition: { StringEquals: { [KEYS]: ['a', 'b'] } },
      given: ['b'],
      holds: true,
    },
    { name: 'a pattern', condition: { StringLike: { [KEYS]: 'ITEM#*' } }, given: ['ITEM#1'], holds: true },
    {
      name: 'a pattern taken as a name',
      condition: { StringEquals: { [KEYS]: 'ITEM#*' } },
      given: ['ITEM#1'],
      holds: false,
    },
    {
      name: 'each of all values',
      condition: { 'ForAllValues:StringLike': { [KEYS]: ['ITEM#*', 'HOST#*'] } },
      given: ['ITEM#1', 'HOST#2'],
      holds: true,
    },
    {
      name: 'all values but one',
      condition: { 'ForAllValues:StringLike': { [KEYS]: ['ITEM#*'] } },
      given: ['ITEM#1', 'TOKEN#2'],
      holds: false,
    },
    { name: 'all of no values', condition: { 'ForAllValues:StringLike': { [KEYS]: 'ITEM#*' } }, holds: true },
    {
      name: 'any of several values',
      condition: { 'ForAnyValue:StringLike': { [KEYS]: 'ITEM#*' } },
      given: ['TOKEN#2', 'ITEM#1'],
      holds: true,
    },
    { name: 'any of no values', condition: { 'ForAnyValue:StringLike': { [KEYS]: 'ITEM#*' } }, holds: false },
    {
      name: 'a value that may be missing',
      condition: { StringEqualsIfExists: { [KEYS]: 'a' } },
      holds: true,
    },
    { name: 'not a value', condition: { StringNotEquals: { [KEYS]: 'a' } }, given: ['b'], holds: true },
    { name: 'not the value', condition: { StringNotEquals: { [KEYS]: 'a' } }, given: ['a'], holds: false },
    { name: 'not a value that is missing', condition: { StringNotEquals: { [KEYS]: 'a' } }, holds: true },
    {
      name: 'a key in another case',
      condition: { StringEquals: { 'DYNAMODB:leadingkeys': 'a' } },
      given: ['a'],
      holds: true,
    },
    {
      name: 'several operators, one of which fails',
      condition: { StringLike: { [KEYS]: '*' }, Bool: { 'aws:SecureTransport': 'true' } },
      given: ['a'],
      holds: false,
    },
  ])('$name', ({ condition, given, holds }) => {
    const context: AccessRequest['context'] = given === undefined ? {} : { [KEYS]: given };
    expect(isAllowed([allow({ Condition: condition })], request({ context }))).toBe(holds);
  });
});

describe('patterns', () => {
  it.each([
    ['TOPIC#*#LEDGER', 'TOPIC#t#LEDGER', true],
    ['TOPIC#*#LEDGER', 'TOPIC#t#LEDGER-VERSION', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
    ['a(b)[c]$^+', 'a(b)[c]$^+', true],
    ['*', 'two\nlines', true],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });
});
