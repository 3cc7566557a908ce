import { describe, expect, it } from 'vitest';
import { markText } from '../../src/cli/mark-text.ts';
import { choosePainter } from '../../src/cli/paint.ts';
import { printExplanation } from '../../src/cli/print-explanation.ts';
import { wrapMarked } from '../../src/cli/wrap-marked.ts';
import { explainArticle } from '../../src/domain/explanation/explain-article.ts';
import { digestWords } from '../../src/domain/topics/digest-words.ts';
import { loadPack, loadTopic } from '../domain/topics/load-pack.ts';

const TOPIC_ID = 'weapons-use-restrictions';
const TEXT =
  'President Emmanuel Macron said on Tuesday that Ukraine may use French SCALP missiles to strike bases in Russia.\n\nMayors met.';
const ESC = '\u001B';

const explanation = explainArticle(
  { id: 'x', title: 'A \u001B[31mred\u001B[0m headline', publishedAt: '2024-05-29T08:00:00Z', text: TEXT },
  loadTopic(TOPIC_ID),
  digestWords(loadPack(TOPIC_ID)),
);

describe('printExplanation', () => {
  it('shows verdict, sentences, positions and what was set aside, with signs where there are no colours', () => {
    const lines = printExplanation(explanation, choosePainter(false), 100);
    expect(lines[0]).toMatch(/^core, score \d/);
    expect(lines.join('\n')).not.toContain(ESC);
    expect(lines.join('\n')).toContain('*SCALP');
    expect(lines).toContainEqual(expect.stringMatching(/^\[1\] {3}France · permits the use of SCALP/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^ +FR PERMITS SCALP all_Russia {2}confidence 0\.\d\d, by bare-norm: /),
    );
    for (const name of ['Sentences of the topic', 'Positions', 'Set aside', 'Quotes'])
      expect(lines.some((line) => line.startsWith(name))).toBe(true);
  });

  it('keeps to the width of the terminal', () => {
    const lines = printExplanation(explanation, choosePainter(false), 60).slice(1);
    const isOfSentence = (line: string) => /^ {6}\| /.test(line);
    expect(lines.filter(isOfSentence).length).toBeGreaterThan(1);
    // A sign on either side of marked words is no part of the text.
    for (const line of lines.filter(isOfSentence))
      expect(line.replaceAll('*', '').length).toBeLessThanOrEqual(60);
  });

  it('paints the words on a terminal, and lets no text from outside steer it', () => {
    const painted = printExplanation(explanation, choosePainter(true), 100).join('\n');
    expect(painted).toContain(`${ESC}[36m`);
    expect(painted).not.toContain(`${ESC}[31mred`);
  });
});

describe('wrapMarked', () => {
  it('breaks between words and paints across the break', () => {
    const paint = (words: string) => `<${words}>`;
    expect(wrapMarked('one two three four', [{ start: 4, end: 13, paint }], 9)).toEqual([
      'one <two>',
      '<three>',
      'four',
    ]);
  });

  it('leaves a word alone that is longer than a line', () => {
    expect(wrapMarked('incomprehensibilities no', [], 5)).toEqual(['incomprehensibilities', 'no']);
  });
});

describe('markText', () => {
  it('numbers the evidence, all numbers where several positions stand on one sentence', () => {
    const spans = [
      { start: 0, end: 3, text: 'One' },
      { start: 5, end: 8, text: 'Two' },
      { start: 0, end: 3, text: 'One' },
    ];
    expect(markText('One. Two.\n\nThree.', spans, choosePainter(false))).toBe(
      '*One*[1,3]. *Two*[2].\n\nThree.',
    );
  });
});
