import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ClueNames,
  type ClueSink,
  type PutClues,
  putRow,
  type WordSink,
} from '../../../src/domain/clues/clue-sink.ts';
import { ClueSums } from '../../../src/domain/clues/clue-sums.ts';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import { WordNumbers } from '../../../src/domain/clues/word-numbers.ts';
import { SentenceClues } from '../../../src/domain/positions/second-reader/clues.ts';
import { type Stand, standsIn } from '../../../src/domain/positions/second-reader/stands.ts';
import { readUngated } from '../../../src/domain/read-through.ts';
import { loadTopic } from '../topics/load-pack.ts';

const word = fc.constantFrom('cue', 'permit', 'before', 'SELF', 'no', 'long-range (generic)');
const path = fc.array(word, { minLength: 1, maxLength: 4 });

/** Puts clues by the words of their paths. */
const putAll =
  (paths: readonly (readonly string[])[]): PutClues =>
  <Place>(sink: ClueSink<Place>) => {
    for (const words of paths) sink.put(words.reduce((place, each) => sink.to(place, each), sink.start));
  };

describe('clues that are added up', () => {
  test('add up to what those of their names have, each once, and are as many', () => {
    const value = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(path, value), { maxLength: 30 }),
        fc.array(path, { maxLength: 300 }),
        (weighted, put) => {
          const weights = new Map(weighted.map(([words, own]) => [words.join(' '), [own, -own]]));
          const names = new ClueNames();
          const sums = new ClueSums(weightTable([...weights], 2));
          putAll(put)(names);
          putAll(put)(sums);
          const total = [...names.names].reduce((sum, name) => sum + (weights.get(name)?.[0] ?? 0), 0);
          expect(sums.count).toBe(names.names.size);
          expect([...sums.sums].map((sum) => sum + 0)).toEqual([total, 0 - total].map((sum) => sum + 0));
        },
      ),
    );
  });

  test('count in the unit of their table', () => {
    const sumOf = (weight: number, unit?: number) => {
      const sums = new ClueSums(weightTable([['cue permit', [weight]]], 1, unit));
      putRow(sums, 'cue', 'permit');
      return sums.sums[0];
    };
    expect(sumOf(-35, 100)).toBe(sumOf(-0.35));
    expect(sumOf(-35)).toBe(-35);
  });

  test('are forgotten when cleared', () => {
    const sums = new ClueSums(weightTable([['cue permit', [1]]], 1));
    putAll([
      ['cue', 'permit'],
      ['nothing', 'known'],
    ])(sums);
    expect([sums.count, ...sums.sums]).toEqual([2, 1]);
    sums.clear();
    expect([sums.count, ...sums.sums]).toEqual([0, 0]);
  });

  test('have the same words in sums that share their numbers', () => {
    const table = weightTable([['word armed forces', [1]]], 1);
    const numbers = new WordNumbers(table.paths);
    const [one, other] = [new ClueSums(table, numbers), new ClueSums(table, numbers)];
    for (const word of ['strange', 'armed forces', 'strange phrase', 'armed']) {
      const known = one.wordOf(word);
      const places = [other.by(other.to(other.start, 'word'), known), other.to(other.start, `word ${word}`)];
      expect(new Set(places).size).toBe(1);
      other.put(places[0] ?? other.start);
    }
    expect([other.count, ...other.sums]).toEqual([4, 1]);
  });

  test('of the seeds are the ones that are learnt from, word by word', () => {
    const topic = loadTopic('weapons-use-restrictions');
    const seeds = readFileSync(new URL('../../../fixtures/labelled/seeds.jsonl', import.meta.url), 'utf8');
    let seen = 0;
    for (const line of seeds.trim().split('\n')) {
      const { sentences } = readUngated(JSON.parse(line), topic).trail;
      for (const read of sentences) {
        const putFor = <Place, Word>(sink: WordSink<Place, Word>, stand?: Stand) => {
          const clues = new SentenceClues(read, sentences, 'core', topic, (word) => sink.wordOf(word));
          if (stand === undefined) clues.putShared(sink);
          else clues.putOwn(sink, stand);
        };
        for (const stand of [undefined, ...standsIn(read, topic)]) {
          const put: PutClues = (sink) => putFor(sink, stand);
          const names = new ClueNames();
          put(names);
          const sums = new ClueSums(
            weightTable(
              [...names.names].map((name) => [name, [1]] as const),
              1,
            ),
          );
          put(sums);
          expect([sums.count, ...sums.sums]).toEqual([names.names.size, names.names.size]);
          seen += names.names.size;
        }
      }
    }
    expect(seen).toBeGreaterThan(5000);
  });
});
