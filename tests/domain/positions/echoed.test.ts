import { expect, test } from 'vitest';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = { ...loadTopic('weapons-use-restrictions'), secondReader: undefined };

const ALLOWED = 'France allows Ukraine to use its missiles against bases in Russia.';
const OPPOSED = 'Hungary opposes letting Ukraine use Western weapons against targets in Russia.';

/** What is said after another's position, with all positions of both. */
const CASES: readonly (readonly [told: string, sentence: string, positions: readonly string[]])[] = [
  [ALLOWED, 'Germany announced a similar policy on Friday.', ['FR PERMITS', 'DE PERMITS']],
  [ALLOWED, 'Germany and Norway followed suit.', ['FR PERMITS', 'DE PERMITS', 'NO PERMITS']],
  [ALLOWED, 'So has Denmark.', ['FR PERMITS', 'DK PERMITS']],
  [OPPOSED, 'Slovakia takes the same view.', ['HU OPPOSES_LIFTING', 'SK OPPOSES_LIFTING']],
  [OPPOSED, 'Slovakia is also against.', ['HU OPPOSES_LIFTING', 'SK OPPOSES_LIFTING']],
  [ALLOWED, 'Hungary is against it.', ['FR PERMITS', 'HU OPPOSES_LIFTING']],
  [ALLOWED, 'Germany has not followed suit.', ['FR PERMITS']],
  [ALLOWED, 'Kyiv hopes that Germany will do the same.', ['FR PERMITS']],
  [ALLOWED, 'Estonia said the same day that the summit would go on.', ['FR PERMITS']],
  [ALLOWED, 'Moscow took a similar decision.', ['FR PERMITS']],
];

test.each(CASES)('%s %s', (told, sentence, positions) => {
  const { positions: found } = understandArticle(
    {
      id: 'echo',
      title: 'Allies and the use of their weapons in Russia',
      text: `${told} ${sentence}`,
      publishedAt: '2024-06-01T12:00:00Z',
    },
    topic,
  );
  expect(found.map(({ country, action }) => `${country} ${action}`)).toEqual(positions);
});
