import { describe, expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { synthesize, type Template } from './synthesize.ts';

const template = synthesize();

describe('template', () => {
  test('says nothing that CloudFormation does not know, and leaves out nothing it needs', async () => {
    expect(await checkTemplate(template)).toEqual([]);
  });

  test.each<[string, Template, RegExp]>([
    ['a type', withQueue({ Type: 'AWS::SQS::Quueue' }), /knows no such type/],
    ['a property', withQueue({ Properties: { VisibilityTimout: 30 } }), /VisibilityTimout: unknown property/],
    [
      'a value',
      withQueue({ Properties: { VisibilityTimeout: 'long' } }),
      /VisibilityTimeout: expected a number/,
    ],
    [
      'an omission',
      { Resources: { Function: { Type: 'AWS::Lambda::Function', Properties: {} } } },
      /Role: required/,
    ],
  ])('%s that is wrong would be found', async (_what, broken, problem) => {
    expect((await checkTemplate(broken)).join('\n')).toMatch(problem);
  });
});

function withQueue(change: object): Template {
  return { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: {}, ...change } } };
}
