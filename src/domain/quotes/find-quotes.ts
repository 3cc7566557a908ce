import { type Sentence, splitSentences } from '../text/sentences.ts';
import { findAcronyms } from './acronyms.ts';
import { findPeople } from './people.ts';
import type { Quote } from './quote.ts';
import { findMarkedSpans } from './quote-marks.ts';
import { QuoteReader } from './quote-reader.ts';
import { indexLexicon, type SpeakerLexicon } from './speaker-lexicon.ts';
import { SpeakerResolver } from './speaker-resolution.ts';
import { tokenizeSpeech } from './speech-tokens.ts';

/**
 * Finds reported speech: between marks (direct, or mixed into a sentence) and without them (indirect).
 *
 * Paragraphs are separated by blank lines. `start` and `end` of a quote are exact UTF-16 offsets of its content;
 * quotes of one form never overlap, and come in the order of the text. Never throws, and takes time in proportion
 * to the length of the text. Names are recognised without the lexicon; it settles spellings and offices.
 *
 * @param sentences - of the text, where they are cut already
 */
export function findQuotes(
  text: string,
  speakers: SpeakerLexicon,
  sentences: readonly Sentence[] = splitSentences(text),
): Quote[] {
  const lexicon = indexLexicon(speakers);
  const spans = findMarkedSpans(text);
  const spoken = tokenizeSpeech(text, sentences, spans, lexicon.vocabulary);
  const people = findPeople(spoken, lexicon);
  const resolver = new SpeakerResolver(spoken, people, lexicon, findAcronyms(text));
  return new QuoteReader(text, spans, spoken, resolver).read();
}
