import { describe, expect, test } from 'vitest';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = { ...loadTopic('weapons-use-restrictions'), secondReader: undefined };

const found = (title: string, ...paragraphs: string[]): string[] =>
  understandArticle(
    { id: 'a', title, text: paragraphs.join('\n\n'), publishedAt: '2024-09-16T12:00:00Z' },
    topic,
  ).positions.map(({ country, action, actor }) => `${country} ${action} ${actor}`);

describe('a dialogue', () => {
  const OTHER = 'Our budget has been passed and the weather is fine.';

  test('of questions and answers is the words of the one who is interviewed', () => {
    const positions = found(
      'Interview with Hanno Pevkur on Ukraine',
      'Q: How is the situation on the front near Kharkiv?',
      `A: ${OTHER}`,
      'Q: Should Ukraine be allowed to strike targets inside Russia with Western weapons?',
      'A: We have never put any limits on the use of our weapons by Ukraine against targets inside Russia.',
    );
    expect(positions).toEqual(['EE DECLARES_NO_RESTRICTION Hanno Pevkur']);
  });

  test('of a briefing is the words of the one whose name stands in front', () => {
    const positions = found(
      'Briefing on Ukrainian strikes inside Russia',
      `MR MILLER: ${OTHER}`,
      'QUESTION: The Russians say that you let Ukraine strike targets inside Russia with American weapons.',
      `MR MILLER: ${OTHER} We do not allow Ukraine to use our weapons for strikes deep inside Russia.`,
      'QUESTION: And the president lifts the ban on strikes inside Russia tomorrow.',
    );
    expect(positions).toEqual(['US MAINTAINS_RESTRICTION Matthew Miller']);
  });

  test('is not made of the labels of a report', () => {
    const positions = found(
      'Pevkur on strikes inside Russia',
      'Source: Estonian Defence Minister Hanno Pevkur in an interview.',
      'Details: Pevkur said that Ukraine should be allowed to strike targets inside Russia with Western weapons.',
      'Quote: "There is no other way."',
      'Background: Germany does not allow Ukraine to use its weapons against targets inside Russia.',
    );
    expect(positions).toContain('DE MAINTAINS_RESTRICTION Germany');
    expect(positions).toContain('EE CALLS_FOR_LIFTING Hanno Pevkur');
  });
});
