import { describe, expect, test } from 'vitest';
import { ClueNames } from '../../../src/domain/clues/clue-sink.ts';
import { SentenceClues } from '../../../src/domain/positions/second-reader/clues.ts';
import { standsIn } from '../../../src/domain/positions/second-reader/stands.ts';
import { readUngated } from '../../../src/domain/read-through.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

/** The clues of one who stands in the last sentence of a text: those that all who stand there share, and its own. */
function groupsOf(country: string, text: string) {
  const { sentences } = readUngated({ id: 'a', title: '', text, publishedAt: '2024-05-20' }, topic).trail;
  const read = sentences.at(-1);
  const stand = read && standsIn(read, topic).find((one) => one.country === country);
  if (read === undefined || stand === undefined)
    throw new Error(`${country} does not stand in the last sentence`);
  const [shared, own] = [new ClueNames(), new ClueNames()];
  const clues = new SentenceClues(read, sentences, 'core', topic, (word) => shared.wordOf(word));
  clues.putShared(shared);
  clues.putOwn(own, stand);
  return [shared.names, own.names];
}

function cluesOf(country: string, text: string): string[] {
  return groupsOf(country, text).flatMap((names) => [...names]);
}

const REFUSED =
  'Olaf Scholz said that Germany does not allow Ukraine to fire Taurus missiles at targets in Russia.';

describe('who stands in a sentence', () => {
  const standing = (text: string) => {
    const { sentences } = readUngated({ id: 'a', title: '', text, publishedAt: '2024-09-11' }, topic).trail;
    const read = sentences.at(-1);
    return read === undefined ? [] : standsIn(read, topic).map(({ country }) => country);
  };

  test('are not those whose counterpart acts', () => {
    const arrived = 'Antony Blinken arrived in Kyiv on Wednesday.';
    const calls = 'called for all restrictions on Western weapons to be lifted.';
    expect(standing(`${arrived} Beside him his Ukrainian counterpart ${calls}`)).not.toContain('US');
    expect(standing(`${arrived} Beside him his delegation ${calls}`)).toContain('US');
  });

  test('are also those who use what is used, and whose it is, though they are not named', () => {
    expect(standing('The ministry in Moscow said that six missiles were fired at Bryansk.')).toContain('UA');
    expect(standing('Storm Shadow may not be fired across the border.')).toContain('GB');
    expect(standing('The ministry in Moscow said that talks about missiles went on.')).not.toContain('UA');
  });
});

describe('the clues of the second reader', () => {
  test('name neither a country nor a person nor a weapon, so that none is learnt', () => {
    const clues = cluesOf('DE', `${REFUSED} Emmanuel Macron disagreed with Berlin over 300 SCALP missiles.`);
    expect(clues.join('\n')).not.toMatch(/macron|berlin|scalp|300|france/i);
    expect(clues).toEqual(expect.arrayContaining(['word SELF', 'word OTHER', 'word OBJECT', 'word NUMBER']));
  });

  test('tell one who stands in a sentence from another', () => {
    const told = 'Poland urged Germany to lift its limits.';
    expect(cluesOf('PL', told)).toEqual(expect.arrayContaining(['pair SELF urg', 'pair urg OTHER']));
    expect(cluesOf('DE', told)).toEqual(expect.arrayContaining(['pair OTHER urg', 'pair urg SELF']));
    expect(cluesOf('PL', told)).toContain('first true');
    expect(cluesOf('DE', told)).toContain('first false');
  });

  test('say whose words the sentence gives', () => {
    const quoted = `${REFUSED} “We will not change that,” he told reporters.`;
    expect(cluesOf('DE', quoted)).toEqual(expect.arrayContaining(['speaker self', 'quoted part']));
    expect(cluesOf('FR', 'Germany will not follow France, Scholz said.')).toContain('speaker other');
    expect(cluesOf('DE', 'Germany has its own rules.')).toContain('speaker nobody');
  });

  test('give the order of who and what', () => {
    expect(cluesOf('DE', REFUSED)).toEqual(
      expect.arrayContaining(['outline SELF forbid', 'outline forbid RECIPIENT use']),
    );
    expect(cluesOf('DE', 'Germany is for it, but France opposes the move.')).toContain('outline but OTHER');
  });

  test('keep in mind what the sentences before are about', () => {
    const clues = cluesOf('SK', `${REFUSED} Robert Fico called it wise.`);
    expect(clues.some((clue) => clue.startsWith('before forbid '))).toBe(true);
    expect(clues).toContain('spoke false false false');
  });

  test("are shared or one's own, and none is both", () => {
    const groups = groupsOf('DE', REFUSED);
    const count = groups.reduce((sum, { size }) => sum + size, 0);
    expect(new Set(groups.flatMap((names) => [...names])).size).toBe(count);
  });
});
