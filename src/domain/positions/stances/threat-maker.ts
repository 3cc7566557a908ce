import type { Topic } from '../../topics/topic.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { ClauseContext } from './clause-context.ts';

/** "Russian threats", and no "Russian border would …". */
const THREAT_NOUN = /^(?:threat|warning|ultimatum|nuclear|red|blackmail|sab)/;

/** A threat is the adversary's where it is the one who speaks or acts, rather than the one to be struck. */
export function adversaryIn(context: ClauseContext, topic: Topic): ActorMention | undefined {
  const { view, clause, mentions, speaker } = context;
  if (speaker?.actor.country === topic.adversary) return speaker;
  const threat = view.cues.find(
    ({ kind, from }) => kind === 'warn' && from >= clause.from && from < clause.to,
  );
  const ofThreat = mentions.find(
    ({ from, to, usage, actor }) =>
      threat !== undefined &&
      actor.country === topic.adversary &&
      ((usage !== 'oblique' &&
        (usage !== 'possessive' || THREAT_NOUN.test(view.tokens[threat.from]?.word ?? '')) &&
        (threat.from - to === 0 || threat.from - to === 1)) ||
        (from === threat.to && view.tokens[from - 1]?.word === 'from')),
  );
  if (ofThreat) return ofThreat;
  // "Zelensky warned that Russia was planning": a warning of the adversary is not its own
  if (
    threat &&
    WARNING.test(view.tokens[threat.from]?.word ?? '') &&
    isAfterAnother(context, threat.from, topic)
  )
    return undefined;
  const isStruck = (at: number) => view.cues.some(({ kind, to }) => kind === 'use' && to === at);
  return mentions.find(
    ({ from, to, usage, actor }) =>
      from >= clause.from &&
      from < clause.to &&
      usage === 'free' &&
      actor.country === topic.adversary &&
      !isStruck(from) &&
      // "warned that it could embolden Russia": who is spoken of behind the threat acts, or threatens nobody
      (threat === undefined ||
        isActing(view, to) ||
        (from < threat.from && !hasActorBefore(context, from, topic))),
  );
}

const WARNING = /^(?:warn|caution|alert)/;

function isAfterAnother({ mentions }: ClauseContext, at: number, topic: Topic): boolean {
  return mentions.some(
    ({ to, usage, actor }) =>
      usage === 'free' &&
      at - to >= 0 &&
      at - to <= 2 &&
      actor.country !== undefined &&
      actor.country !== topic.adversary,
  );
}

/** "The president is not trying to depose Putin, and issues warnings": another acts. */
function hasActorBefore({ clause, mentions }: ClauseContext, at: number, topic: Topic): boolean {
  return mentions.some(
    ({ from, to, usage, actor }) =>
      from >= clause.from && to <= at && usage === 'free' && actor.country !== topic.adversary,
  );
}

function isActing({ tokens }: SentenceView, to: number): boolean {
  return /^(?:,|would|will|may|might|could|can|has|had|have|is|was|also|reserves|to|said|says|warned|warns|\w+ed)$/.test(
    tokens[to]?.word ?? '',
  );
}
