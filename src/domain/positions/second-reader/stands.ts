import type { Topic } from '../../topics/topic.ts';
import type { ActorMention, Usage } from '../actors/actor-mention.ts';
import { stateActor } from '../actors/state-actor.ts';
import type { ReadSentence } from '../read-article.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';

/** One who may hold a position in a sentence: each state or body once, by the mention that says most. */
export interface Stand {
  readonly country: string;
  readonly mention: ActorMention;
  /** `implied`: not named, and told of by what is the actor's. */
  readonly part: Usage | 'implied' | 'speaker';
}

/** "In Prague, the minister said", "in the Finnish city of Turku": where it was said; "American-designed": where it is from. */
function isPlace({ tokens }: SentenceView, { from, to, usage }: ActorMention): boolean {
  const before = tokens[from - 1]?.word ?? '';
  if (usage === 'oblique') return to - from === 1 && (before === 'at' || before === 'in');
  if (usage !== 'possessive') return false;
  const behind = tokens[to]?.word === '-' ? tokens[to + 1]?.word : tokens[to]?.word;
  return /^(?:city|coast|port|region|town|village|designed|born|occupied|controlled)$/.test(behind ?? '');
}

/** "Beside him his Ukrainian counterpart called for it": what the counterpart does is not his. */
function isOfCounterpart({ tokens }: SentenceView, { to, usage }: ActorMention): boolean {
  if (usage !== 'possessive') return false;
  return tokens.slice(to, to + 3).some(({ word }) => COUNTERPART.test(word));
}

const COUNTERPART = /^(?:colleague|counterpart|predecessor|successor)s?$/;

function isElsewhere(view: SentenceView, mention: ActorMention): boolean {
  return isPlace(view, mention) || isOfCounterpart(view, mention);
}

/** Those who may hold a position in a sentence; nobody in a question. */
export function standsIn(
  { view, mentions, speaker, isQuestion }: ReadSentence,
  topic: Topic,
): readonly Stand[] {
  if (isQuestion) return [];
  const stands = new Map<string, Stand>();
  const add = (mention: ActorMention, part: Stand['part']): void => {
    const { country, isPronoun } = mention.actor;
    // a speaker may be named in another sentence
    if (country === undefined || isPronoun || (part !== 'speaker' && isElsewhere(view, mention))) return;
    if (part === 'speaker' || !stands.has(country)) stands.set(country, { country, mention, part });
  };
  for (const mention of mentions) if (mention.usage === 'free') add(mention, 'free');
  for (const mention of mentions) if (mention.usage !== 'free') add(mention, mention.usage);
  if (speaker) add(speaker, 'speaker');
  for (const mention of impliedIn(view, topic)) add(mention, 'implied');
  return [...stands.values()];
}

/** "Six ATACMS were fired at the depot", "Storm Shadow may not cross the border": whoever uses them, and whose they are. */
function impliedIn({ objects, cues }: SentenceView, topic: Topic): ActorMention[] {
  const implied = ({ from, to }: TokenRange, country: string): ActorMention => ({
    from,
    to,
    usage: 'possessive',
    actor: stateActor(country, topic),
  });
  const use = objects.length > 0 ? cues.find(({ kind }) => kind === 'use') : undefined;
  const owners = objects.flatMap((mention) => {
    const [owner, ...others] = mention.object.isNamed ? mention.object.suppliers : [];
    return owner !== undefined && others.length === 0 ? [implied(mention, owner)] : [];
  });
  return use ? [implied(use, topic.recipient), ...owners] : owners;
}
