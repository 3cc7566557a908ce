import { describe, expect, test } from 'vitest';
import { readUngated } from '../../../src/domain/read-through.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

function lastSentenceOf(text: string) {
  const article = { id: 'meant', title: '', text, publishedAt: '2024-10-20T09:00:00Z' };
  const sentence = readUngated(article, topic).trail.sentences.at(-1);
  if (sentence === undefined) throw new Error('a text without a sentence');
  return sentence;
}

describe('who speaks in the last sentence', () => {
  const CASES: readonly (readonly [
    speaker: string | undefined,
    country: string | undefined,
    text: string,
  ])[] = [
    // people are known by surname once they are named in full
    ['Pedro Sánchez', 'ES', 'Pedro Sánchez spoke in Madrid. Mr Sánchez said that he would not be drawn.'],
    [
      'Jason Crow',
      'US',
      'Democratic congressmen Gregory Meeks and Jason Crow were in Kyiv. Crow said that the rules should go.',
    ],
    [undefined, undefined, 'Belgian lawmaker Jan Smit was there. Smit Industries said that it sells pumps.'],
    // offices
    [
      'spokesperson',
      'GB',
      'Dmitry Peskov spoke in Moscow. A spokesperson for Prime Minister Keir Starmer said that nothing had changed.',
    ],
    [
      'Ministry of Defence spokesman',
      'GB',
      'John Kirby spoke first. In London a Ministry of Defence spokesman said that Ukraine may use them.',
    ],
    [
      'Ministry of Defence spokesman',
      'DE',
      'John Kirby spoke first. In Berlin, a Ministry of Defence spokesman said that Ukraine may use them.',
    ],
    [
      'Maria Zakharova',
      'RU',
      'Foreign Ministry spokeswoman Maria Zakharova announced it. She said that it was known.',
    ],
    [
      'Jean-Noël Barrot',
      'FR',
      'David Lammy was in Kyiv. France has given the same missile. Its foreign minister said that it was an option.',
    ],
    ['Ben Wallace', 'GB', 'Ben Wallace, a former defence secretary, said that it was late.'],
    [
      'Mark Rutte',
      'NATO',
      'Mark Rutte leads NATO now. The former Dutch prime minister said that it was for allies to decide.',
    ],
    [
      'Rob Bauer',
      'NATO',
      "The head of NATO's military committee, Dutch Adm. Rob Bauer, said so. He added that it was lawful.",
    ],
    ['Danish colleague', 'DK', 'Olaf Scholz said no. His Danish colleague said that it was overdue.'],
    [
      'Anneliese Dodds',
      'GB',
      'Keir Starmer agreed. In London, Foreign Office minister Anneliese Dodds told the House. She said that it was known.',
    ],
    [
      'Andrij Melnyk',
      'UA',
      "Olaf Scholz agreed. Andrij Melnyk, Ukraine's outspoken ambassador in Berlin, said that it was sad.",
    ],
    ['Officials', 'UA', 'Germany agreed on Friday. Officials in Ukraine said that it was late.'],
    // pronouns
    [
      'Donald Trump',
      'US',
      'Donald Trump came. The Ministry of Defence refused to say more. On Thursday he wrote that it was hard to win.',
    ],
    [
      'Josep Borrell',
      'EU',
      'Péter Szijjártó was there. After the meeting Borrell had no news. He said that it was for each state.',
    ],
    [
      'Jens Stoltenberg',
      'NATO',
      "Jens Stoltenberg's words were seen as a rebuke to Joe Biden, who has banned it. He said that the time had come.",
    ],
    [
      'Mark Rutte',
      'NATO',
      'Mark Rutte answered. “I was, as prime minister of the Netherlands, of that opinion.” He said that it was lawful.',
    ],
    [
      'John Kirby',
      'US',
      'John Kirby took questions. "The president has been clear about what Joe Biden thinks of it," he said.',
    ],
    [
      'Marine Le Pen',
      'FR',
      "Elina Valtonen spoke. Marine Le Pen's party won the first round. She said that it would not let Kyiv use them.",
    ],
    [
      'Antti Häkkänen',
      'FI',
      'Antti Häkkänen met the press, as Lloyd Austin had done, Häkkänen told reporters. He said that he was glad.',
    ],
    [
      undefined,
      undefined,
      'Joe Biden decided it on Sunday. Cabinet Secretary Yoshimasa Hayashi told reporters that it was heard. He said that Tokyo knew.',
    ],
    ['Netherlands', 'NL', 'Belgium said no. The Dutch said they put no conditions on the use of their jets.'],
  ];

  test.each(CASES)('%s of %s: %s', (name, country, text) => {
    const { speaker } = lastSentenceOf(text);
    expect({ name: speaker?.actor.name, country: speaker?.actor.country }).toEqual({ name, country });
  });
});

test('"whose president" and "his president" are of whoever stands before', () => {
  const presidentIn = (text: string) =>
    lastSentenceOf(text).mentions.find(({ actor }) => actor.role === 'president')?.actor.country;
  expect(presidentIn('Emmanuel Macron came. The United States, whose president said no, agreed.')).toBe('US');
  expect(presidentIn('Joe Biden came. Rustem Umerov asked for it. His president had told them so.')).toBe(
    'UA',
  );
});
