import { expect, test } from 'vitest';
import { loadTopicPacks } from '../../../src/config/load.ts';
import { answeredQuestion } from '../../../src/domain/positions/answered-question.ts';
import { viewSentence } from '../../../src/domain/positions/sentence-view.ts';
import { compileTopic } from '../../../src/domain/topics/compile-topic.ts';
import { NO_READERS } from '../../../src/domain/topics/topic-readers.ts';

const [PACK] = loadTopicPacks(new URL('../../../config', import.meta.url).pathname);
if (!PACK) throw new Error('config has no topic');
const TOPIC = compileTopic(PACK, NO_READERS);

/** The words of the question, those of the answer, and what the answer says by itself. */
function read(text: string): readonly string[] | undefined {
  const view = viewSentence({ text, start: 0, end: text.length, paragraph: 0 }, 0, TOPIC, false);
  const asked = answeredQuestion(view);
  if (asked === undefined) return undefined;
  const wordsOf = ({ from, to }: { readonly from: number; readonly to: number }) =>
    text.slice(view.tokens[from]?.start, view.tokens[to - 1]?.end);
  return [wordsOf(asked.question), wordsOf(asked.answer), asked.reply?.says ?? 'more'];
}

test.each([
  ['Asked if they may be fired there, he said no.', 'he said no.', 'no'],
  ['Asked whether it could, Healey said that it could.', 'Healey said that it could.', 'yes'],
  [
    'When asked about the limits, Healey said they would not be lifted.',
    'Healey said they would not be lifted.',
    'more',
  ],
  [
    'Asked, after the talks, if he would, Biden replied: “Certainly not.”',
    'Biden replied: “Certainly not.”',
    'no',
  ],
  [
    'In reply to a question on the ban, the spokesman, a colonel, said it stood.',
    'the spokesman, a colonel, said it stood.',
    'more',
  ],
  ['Asked if London would, Lammy said he would not comment.', 'Lammy said he would not comment.', 'more'],
])('%s', (text, answer, says) => {
  expect(read(text)?.slice(1)).toEqual([answer, says]);
});

test('a reply that comes first', () => {
  expect(read('“No,” Scholz told reporters when asked whether Kyiv might use them.')).toEqual([
    'asked whether Kyiv might use them.',
    '“No,” Scholz told reporters when',
    'no',
  ]);
});

test.each([
  'Asked for long-range missiles, the allies have hesitated.',
  'Kyiv asked whether it might fire them.',
  '“No decision has been taken,” he said when asked about them.',
])('no answered question: %s', (text) => {
  expect(read(text)).toBeUndefined();
});
