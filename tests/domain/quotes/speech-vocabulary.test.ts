import { describe, expect, it } from 'vitest';
import { SpeechVocabulary } from '../../../src/domain/quotes/speech-vocabulary.ts';

describe('SpeechVocabulary', () => {
  it.each([
    ['Berg', { kind: 'word', lower: 'berg', isNameWord: true, isPossessive: false }],
    ['Berg’s', { kind: 'word', lower: "berg's", isNameWord: true, isPossessive: true }],
    ['Minister', { kind: 'word', lower: 'minister', isNameWord: false, isPossessive: false }],
    ['recently', { kind: 'word', isCompanion: true, isNameWord: false, verbs: [] }],
    ['…', { kind: 'mark', lower: '…', isNameWord: false, verbs: [] }],
  ])('knows of %s what it is by itself', (text, known) => {
    expect(new SpeechVocabulary().of(text)).toMatchObject({ text, ...known });
  });

  it('knows a reporting verb by any of its forms', () => {
    const vocabulary = new SpeechVocabulary();
    const lemmas = ['Said', 'says', 'saying'].map((text) => vocabulary.of(text).verbs[0]?.lemma);
    expect(lemmas).toEqual(['say', 'say', 'say']);
  });

  it('says the same of a word that it has forgotten', () => {
    const vocabulary = new SpeechVocabulary();
    const before = vocabulary.of('warned');
    for (let number = 0; number < 30_000; number += 1) vocabulary.of(`w${number}`);
    expect(vocabulary.of('warned')).toEqual(before);
    expect(vocabulary.of('warned')).not.toBe(before);
  });
});
