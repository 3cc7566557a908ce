import type { ActorMention } from '../actors/actor-mention.ts';
import type { Norm } from '../norms/norm.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';
import type { ActorFilter, ClauseContext } from './clause-context.ts';

/** "Ukraine may use the jets provided by Belgium only at home": whose leave it is, the giver tells. */
export function giverOf({ view, clause, mentions }: ClauseContext, norm: Norm): ActorMention | undefined {
  if (norm.kind === 'restricted') return sourceOf(view, mentions);
  if (norm.kind !== 'permitted' && norm.kind !== 'forbidden' && norm.kind !== 'right') return undefined;
  return mentions.find(
    ({ from, to, usage, actor }) =>
      from >= clause.from &&
      to <= clause.to &&
      actor.country?.length === 2 &&
      (usage === 'agent' ||
        (usage === 'possessive' &&
          view.objects.some((object) => object.from - to <= 1 && object.from >= to))),
  );
}

/** "Restrictions on arms received from Western states". */
function sourceOf(view: SentenceView, mentions: readonly ActorMention[]): ActorMention | undefined {
  return mentions.find(({ from }) => view.supplied.some(({ to }) => from >= to && from - to <= 1));
}

/** "Ukraine promised the US that it would not use them there": the rule is of the one who got the promise. */
export function promiseeOf({ view, mentions }: ClauseContext, norm: Norm): ActorMention | undefined {
  const isPromise = /^(?:promised|pledged|assured|promise|assurances?)$/.test(
    view.tokens[norm.from]?.word ?? '',
  );
  return norm.kind === 'forbidden' && isPromise
    ? mentions.find(({ from, to, usage }) => usage !== 'possessive' && from > norm.from && to <= norm.to)
    : undefined;
}

/** "Duda said that the American decision to allow", "a move by Biden, as was reported, to allow": not the speaker's. */
export function deciderOf({ view, clause, mentions }: ClauseContext, norm: Norm): ActorMention | undefined {
  const noun = norm.from - 2;
  if (view.tokens[norm.from - 1]?.word !== 'to') return undefined;
  const isDecision = (at: number) => DECISION_NOUN.test(view.tokens[at]?.word ?? '');
  const author = mentions.findLast(
    ({ from, to, usage }) =>
      (usage === 'agent' || usage === 'oblique') &&
      to <= norm.from &&
      norm.from - to <= 8 &&
      [from - 2, from - 3].some(
        (at) => /^(?:by|of)$/.test(view.tokens[at + 1]?.word ?? '') && isDecision(at),
      ),
  );
  if (author) return author;
  if (!isDecision(noun)) return undefined;
  return mentions.findLast(
    ({ from, to, usage }) =>
      usage === 'possessive' && from >= clause.from && noun - to >= 0 && noun - to <= 2,
  );
}

export function agentAfter(
  { view, clause, mentions }: ClauseContext,
  anchor: TokenRange,
): ActorMention | undefined {
  const isGiver = (at: number) => view.supplied.some(({ to }) => to <= at && at - to <= 2);
  const isAuthor = (at: number) =>
    view.tokens.slice(Math.max(anchor.to, at - 4), at).some(({ word }) => DECISION_NOUN.test(word));
  return mentions.find(
    ({ from, usage }) =>
      usage === 'agent' && from >= anchor.to && from < clause.to && !isGiver(from) && !isAuthor(from),
  );
}

/** "Gained permission to fire them there from Washington", "permissions granted by London". */
export function grantorAfter(
  { view, clause, mentions }: ClauseContext,
  { to }: Norm,
): ActorMention | undefined {
  // "the permission to fire them, which Berg gave"
  const giver = mentions.find(
    (mention) =>
      mention.from >= to &&
      mention.from < clause.to &&
      /^(?:that|which)$/.test(view.tokens[mention.from - 1]?.word ?? '') &&
      /^(?:approved|gave|granted|issued)$/.test(view.tokens[mention.to]?.word ?? ''),
  );
  if (giver) return giver;
  return mentions.find(
    (mention) =>
      mention.usage === 'agent' &&
      mention.from >= to &&
      mention.from < clause.to &&
      (view.tokens.slice(mention.from - 2, mention.from).some(({ word }) => word === 'from') ||
        view.tokens
          .slice(mention.from - 5, mention.from)
          .some(({ word }) => /^(?:granted|given|issued)$/.test(word))),
  );
}

/** "Reversed a decision by Biden": he is the author of what is reversed. */
const DECISION_NOUN = /^(?:decision|directive|order|move|policy|ruling|pledge|permission)$/;

/** "A directive by Biden that allowed Kyiv to strike". */
export function authorOf({ view, mentions }: ClauseContext, anchor: TokenRange): ActorMention | undefined {
  if (!/^(?:that|which)$/.test(view.tokens[anchor.from - 1]?.word ?? '')) return undefined;
  return mentions.findLast(
    ({ to, usage }) => to <= anchor.from && anchor.from - to <= 3 && usage !== 'oblique',
  );
}

/** "A joint declaration by Norway and Denmark that voiced no objection". */
export function declarerOf(
  { view, clause, mentions }: ClauseContext,
  anchor: TokenRange,
): ActorMention | undefined {
  return mentions.findLast(
    ({ from, to, usage }) =>
      usage === 'agent' &&
      from >= clause.from &&
      to <= anchor.from &&
      view.tokens.slice(Math.max(0, from - 3), from).some(({ word }) => DECLARATION.test(word)),
  );
}

const DECLARATION = /^(?:declaration|statement|announcement|letter|resolution|communiqué|communique)$/;

/** "A review mechanism at the ministry has prevented it": whose procedure it is. */
export function reviewerOf({ view, clause, mentions }: ClauseContext, norm: Norm): ActorMention | undefined {
  const isProcedure = (at: number) =>
    view.tokens.slice(Math.max(clause.from, at - 4), at).some(({ word }) => PROCEDURE.test(word));
  return mentions.find(
    ({ from, to, usage }) =>
      usage === 'oblique' &&
      from >= clause.from &&
      to <= norm.from &&
      norm.from - to <= 3 &&
      isProcedure(from),
  );
}

const PROCEDURE = /^(?:directive|guidance|mechanism|order|policy|procedure|process|review|rules?)$/;

/** "Because of restrictions imposed by its allies, it cannot hit them". */
export function imposerBefore({ view, mentions }: ClauseContext): ActorMention | undefined {
  return mentions.find(
    ({ from, usage }) =>
      usage === 'agent' &&
      view.tokens
        .slice(Math.max(0, from - 3), from)
        .some(({ word }) => /^(?:imposed|set|placed|put)$/.test(word)),
  );
}

/** "Faces restrictions from Western allies": whom a ban comes from. */
export function imposerOf({ view, mentions }: ClauseContext, { kind, to }: Norm): ActorMention | undefined {
  if (kind !== 'restricted' && kind !== 'imposed' && kind !== 'kept') return undefined;
  return view.tokens[to]?.word === 'from'
    ? mentions.find(({ from }) => from > to && from - to <= 2)
    : undefined;
}

/** "Washington's ban", "US restrictions", "the British permission". */
export function ownerOf(
  { clause, mentions }: ClauseContext,
  anchor: TokenRange,
  may: ActorFilter,
): ActorMention | undefined {
  return mentions.findLast(
    (mention) =>
      mention.usage === 'possessive' &&
      mention.from >= clause.from &&
      mention.to <= anchor.from + 1 &&
      anchor.from - mention.to <= 5 &&
      may(mention),
  );
}
