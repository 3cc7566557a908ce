import { SPEECH_VERBS } from '../../text/reporting-words.ts';
import { isWithin, type SentenceView } from '../sentence-view.ts';
import type { Actor, ActorMention, Usage } from './actor-mention.ts';

interface Pronoun {
  readonly usage: Usage;
  readonly means: 'person' | 'group' | 'speaker';
}

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', { usage: 'free', means: 'person' }],
  ['she', { usage: 'free', means: 'person' }],
  ['his', { usage: 'possessive', means: 'person' }],
  ['her', { usage: 'possessive', means: 'person' }],
  ['they', { usage: 'free', means: 'group' }],
  ['their', { usage: 'possessive', means: 'group' }],
  ['i', { usage: 'free', means: 'speaker' }],
  ['we', { usage: 'free', means: 'speaker' }],
  ['our', { usage: 'possessive', means: 'speaker' }],
  ['us', { usage: 'oblique', means: 'speaker' }],
]);

/** "Ryabkov, who told reporters": the relative pronoun acts for the one before it. */
export function relativesOf(view: SentenceView, mentions: readonly ActorMention[]): ActorMention[] {
  const found: ActorMention[] = [];
  for (let at = 0; at < view.tokens.length; at += 1) {
    const word = view.tokens[at]?.word;
    const actor = word === 'who' || word === 'which' ? antecedentAt(at, word, mentions) : undefined;
    if (actor) found.push({ from: at, to: at + 1, usage: 'free', actor });
  }
  return found;
}

function antecedentAt(at: number, relative: string, mentions: readonly ActorMention[]): Actor | undefined {
  const antecedent = mentions.findLast(({ to }) => to <= at && at - to <= 1);
  // "targets deep in Russia, which is a red line": what is so is not the place
  return relative === 'which' && antecedent?.usage === 'oblique' ? undefined : antecedent?.actor;
}

/** The pronouns of a sentence that stand for somebody, not yet for whom. */
export function pronounsOf(view: SentenceView, mentions: readonly ActorMention[]): ActorMention[] {
  const found: ActorMention[] = [];
  for (let at = 0; at < view.tokens.length; at += 1) {
    const { word = '', text = '' } = view.tokens[at] ?? {};
    const pronoun = PRONOUNS.get(word);
    if (pronoun === undefined || (word === 'us' && text !== 'us') || text === 'i') continue;
    if (isWithin(at, mentions)) continue;
    if (word === 'they' && isOfUnknownSpeakers(view, mentions, at)) continue;
    const { usage, means } = pronoun;
    const actor: Actor = {
      name: means === 'speaker' ? 'we' : word,
      type: means === 'person' ? 'person' : 'group',
      decides: true,
      isPronoun: true,
    };
    found.push({ from: at, to: at + 1, usage, actor });
  }
  return found;
}

/** "The lawmakers' offices said that they …": of speakers nobody knows, and of no group before them. */
function isOfUnknownSpeakers(
  { tokens }: SentenceView,
  mentions: readonly ActorMention[],
  at: number,
): boolean {
  const saysAt = tokens.findIndex(({ word }, index) => index > 0 && index < at && SPEECH_VERBS.has(word));
  if (saysAt < 0 || at - saysAt > 6) return false;
  const isPronoun = tokens.slice(0, saysAt).some(({ word }) => PRONOUNS.has(word));
  return !isPronoun && !mentions.some(({ to, usage }) => to <= saysAt && usage !== 'possessive');
}
