import { describe, expect, test } from 'vitest';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import type { SecondReaderModel } from '../../../src/domain/positions/second-reader/model.ts';
import { readThrough } from '../../../src/domain/read-through.ts';
import type { Topic } from '../../../src/domain/topics/topic.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic: Topic = { ...loadTopic('weapons-use-restrictions'), confidenceReader: undefined };

/** A reader that is sure of one verdict wherever it sees a clue, and holds another for as likely as none elsewhere. */
const sureOf = (
  action: SecondReaderModel['verdicts'][number],
  clue: string,
  likely: SecondReaderModel['verdicts'][number] = 'DENIES_REPORT',
): SecondReaderModel => ({
  threshold: 0.6,
  verdicts: [action, 'none', likely],
  bias: [-2, 2, 2],
  weights: weightTable([[clue, [60, -60, -60]]], 3),
});

const LEAD =
  'Germany does not allow Ukraine to use its weapons against targets inside Russia, Olaf Scholz said.';

function found(sentence: string, secondReader: SecondReaderModel | undefined, of: Topic = topic): string[] {
  const article = { id: 'a', title: '', text: `${LEAD}\n\n${sentence}`, publishedAt: '2024-05-20T12:00:00Z' };
  const { understanding } = readThrough(article, { ...of, secondReader });
  return understanding.positions
    .filter(({ evidence }) => evidence.start > LEAD.length)
    .map(({ country, action, confidence }) => `${country} ${action} ${confidence.toFixed(1)}`);
}

describe('the second reader', () => {
  const SILENT = 'In Tallinn the limits were a matter of much talk, and Estonia made no secret of its view.';

  test('reads what the rules made nothing of, and is as sure as it says', () => {
    expect(found(SILENT, undefined)).toEqual([]);
    expect(found(SILENT, sureOf('CALLS_FOR_LIFTING', 'cue restriction'))).toContain(
      'EE CALLS_FOR_LIFTING 1.0',
    );
  });

  test('gives each of the people of one state who are joined a position', () => {
    const both = 'Senators Lindsey Graham and Richard Blumenthal made no secret of their view of the limits.';
    const positions = found(both, sureOf('CALLS_FOR_LIFTING', 'cue restriction'));
    expect(positions.filter((one) => one === 'US CALLS_FOR_LIFTING 1.0')).toHaveLength(2);
    const one = 'Senator Lindsey Graham made no secret of his view of the limits.';
    expect(found(one, sureOf('CALLS_FOR_LIFTING', 'cue restriction'))).toEqual(['US CALLS_FOR_LIFTING 1.0']);
  });

  test('says nothing below its threshold', () => {
    expect(found(SILENT, { ...sureOf('CALLS_FOR_LIFTING', 'no such clue') })).toEqual([]);
  });

  test('does not read again what the rules read', () => {
    const told =
      'Estonia allows Ukraine to use its weapons against targets inside Russia, Hanno Pevkur said.';
    expect(found(told, sureOf('OPPOSES_LIFTING', 'no such clue', 'PERMITS'))).toEqual(found(told, undefined));
  });

  test('leaves alone what a rule says is no position', () => {
    const asked = 'Whether Estonia would lift its limits on strikes inside Russia, nobody knows.';
    expect(found(asked, sureOf('EASES', 'cue restriction'))).toEqual([]);
  });

  test('must be surer beside what the rules made of the sentence', () => {
    const told =
      'Estonia allows Ukraine to use its weapons against targets inside Russia, unlike Latvia, Hanno Pevkur said.';
    const sure = sureOf('OPPOSES_LIFTING', 'part oblique', 'PERMITS');
    const unsure = { ...sure, threshold: 0.99 };
    expect(found(told, sure)).toContain('LV OPPOSES_LIFTING 1.0');
    expect(found(told, unsure)).toEqual(found(told, undefined));
  });

  test('takes who is asked for nobody who asks, and where it was said for nobody', () => {
    const asked = 'Kyiv has been pressing Estonia over the limits on strikes inside Russia.';
    const reader = sureOf('CALLS_FOR_LIFTING', 'part oblique', 'REQUESTS_PERMISSION');
    expect(found(asked, reader)).toEqual(found(asked, undefined));
    const place = 'In Tallinn the limits were a matter of much talk.';
    expect(found(place, sureOf('CALLS_FOR_LIFTING', 'cue restriction'))).toEqual([]);
  });

  test('takes who declines to say anything for nobody who holds a position, and reads others beside', () => {
    const told =
      'The Pentagon declined to comment on the limits, of which Estonia made no secret that it dislikes them.';
    const read = found(told, sureOf('CALLS_FOR_LIFTING', 'cue restriction'));
    expect(read).toContain('EE CALLS_FOR_LIFTING 1.0');
    expect(read.filter((one) => one.startsWith('US'))).toEqual([]);
  });

  test('gives nobody what only another does', () => {
    expect(found(SILENT, sureOf('REQUESTS_PERMISSION', 'cue restriction'))).toEqual([]);
    expect(found(SILENT, sureOf('REPORTS_USE', 'cue restriction'))).toEqual([]);
  });
});

describe('the second reader revises', () => {
  const ALLOWED =
    'Estonia allows Ukraine to use its weapons against targets inside Russia, Hanno Pevkur said.';

  test('a class that it hardly believes, for one of which it is sure', () => {
    expect(found(ALLOWED, sureOf('EASES', 'cue permit'))).toEqual(['EE EASES 1.0']);
  });

  test('for one of the other polarity only where it is surer still', () => {
    const reader = sureOf('MAINTAINS_RESTRICTION', 'cue permit');
    expect(found(ALLOWED, reader)).toEqual(['EE MAINTAINS_RESTRICTION 1.0']);
    // some 0.66 for it, and 0.1 for what the rules read
    const lessSure: SecondReaderModel = {
      threshold: 0.6,
      verdicts: ['MAINTAINS_RESTRICTION', 'none', 'PERMITS'],
      bias: [3.2, 2.2, 1.3],
      weights: weightTable([], 3),
    };
    expect(found(ALLOWED, lessSure)).toEqual(found(ALLOWED, undefined));
    const surer = { ...lessSure, bias: [5.2, 2.2, 1.4] };
    expect(found(ALLOWED, surer)).toEqual(['EE MAINTAINS_RESTRICTION 0.9']);
  });

  test('not a refusal by whether its actor decides, which the rules know', () => {
    const refused =
      'Estonia does not allow Ukraine to use its weapons against targets inside Russia, Pevkur said.';
    const read = found(refused, undefined);
    expect(read).toEqual(['EE MAINTAINS_RESTRICTION 0.9']);
    expect(found(refused, sureOf('OPPOSES_LIFTING', 'cue forbid'))).toEqual(read);
  });

  test('not what the rules make of a bare reply', () => {
    const asked =
      '“Certainly not,” Hanno Pevkur said when asked whether Ukraine may use Estonian weapons against targets in Russia.';
    const read = found(asked, undefined);
    expect(read).toEqual(['EE MAINTAINS_RESTRICTION 0.9']);
    expect(found(asked, sureOf('CONSIDERING', 'quoted part'))).toEqual(read);
  });

  test('no leave to nothing where it is likely to be leave of another kind', () => {
    const unlikely = sureOf('OPPOSES_LIFTING', 'no such clue', 'EASES');
    expect(found(ALLOWED, unlikely)).toEqual(found(ALLOWED, undefined));
  });

  test('nothing where the rules read two positions of one state', () => {
    const two =
      'Estonia allows Ukraine to use its artillery against targets inside Russia, but does not allow it to fire its missiles deep into Russia.';
    expect(found(two, sureOf('EASES', 'cue permit'))).toEqual(found(two, undefined));
    expect(found(two, undefined)).toHaveLength(2);
  });
});

describe('the doubt of the second reader', () => {
  const REACTION = 'Estonia welcomed the decision.';

  test('sets aside what a rule found in a sentence of half the topic, and names it', () => {
    const article = {
      id: 'a',
      title: '',
      text: `${LEAD}\n\n${REACTION}`,
      publishedAt: '2024-05-20T12:00:00Z',
    };
    const believed = readThrough(article, { ...topic, secondReader: undefined });
    expect(believed.understanding.positions.map(({ country }) => country)).toContain('EE');
    const doubted = readThrough(article, {
      ...topic,
      secondReader: sureOf('EASES', 'no such clue', 'MAINTAINS_RESTRICTION'),
    });
    expect(doubted.understanding.positions.map(({ country }) => country)).toEqual(['DE']);
    expect(doubted.trail?.setAside.map(({ reason }) => reason)).toContain('doubted');
  });
});
