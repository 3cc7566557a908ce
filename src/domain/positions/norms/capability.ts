import { SPEECH_VERBS } from '../../text/reporting-words.ts';
import type { CueMention, ObjectMention, SentenceView } from '../sentence-view.ts';

/** "The missiles would allow Ukraine to strike": what a thing makes possible, nobody has permitted. */
export function isCapability(view: SentenceView, permit: CueMention): boolean {
  if (isPossibleBy(view, permit)) return true;
  if (/ed$|^let$/.test(view.tokens[permit.from]?.word ?? '')) return false;
  return (
    isRelativeOfThing(view, permit.from) ||
    subjectThing(view, permit.from) !== undefined ||
    isResultOfReach(view, permit)
  );
}

/** "The missiles can fly 2,500 km, allowing Kyiv to hit cities": the sentence is about the thing's reach. */
function isResultOfReach({ tokens, objects }: SentenceView, { from }: CueMention): boolean {
  const comma = tokens.findLastIndex(({ text }, at) => text === ',' && at < from);
  const [thing] = objects;
  return (
    comma >= 0 &&
    from - comma <= 3 &&
    (tokens[from]?.word ?? '').endsWith('ing') &&
    thing !== undefined &&
    thing.to < comma &&
    /^(?:can|could|has|have|with)$/.test(tokens[thing.to]?.word ?? '')
  );
}

/** "Tomahawks could reach Moscow": a range is no use. "Western weapons can strike there" may be leave. */
export function isWhatThingCanDo(view: SentenceView, at: number): boolean {
  const thing = subjectThing(view, at);
  const before = view.tokens.slice(Math.max(0, at - 3), at).map(({ word }) => word);
  const isAble = before.some((word) => /^(?:can|could|would|will)$/.test(word)) && !before.includes('now');
  return thing !== undefined && thing.object.class !== 'any' && isAble;
}

/** "The missiles could strike", "the Tomahawk, which can fly 1,600 km, would reach": what acts is the thing itself. */
function subjectThing({ tokens, objects }: SentenceView, at: number): ObjectMention | undefined {
  const thing = objects.findLast(
    ({ to }) => to <= at && at - to <= (tokens[to]?.text === ',' ? MAX_ASIDE : 5),
  );
  if (thing === undefined) return undefined;
  const asideEnd = tokens.findLastIndex(({ text }, index) => index > thing.to && index < at && text === ',');
  const isBehindAside = tokens[thing.to]?.text === ',' && asideEnd > 0 && at - asideEnd <= 5;
  const between = tokens.slice(isBehindAside ? asideEnd : thing.to, at);
  return between.every(({ word }) => CAPABILITY_LINK.test(word)) ? thing : undefined;
}

/** So many tokens may stand between the commas of an aside. */
const MAX_ASIDE = 24;

/** "…, which would allow Ukraine to strike": of a thing with its range, where no decision was spoken of before. */
function isPossibleBy(view: SentenceView, permit: CueMention): boolean {
  const words = view.tokens.slice(Math.max(0, permit.from - 3), permit.from).map(({ word }) => word);
  if (/\b(?:way|manner) (?:which|that)$/.test(words.join(' '))) return true;
  if (!/\b(?:which|that) (?:would|could|can|will|might|may)\b/.test(words.join(' '))) return false;
  const before = view.tokens.slice(0, permit.from);
  return (
    !before.some(({ word }) => DECISION.test(word)) &&
    view.objects.some(({ object, to }) => object.class !== 'any' && to <= permit.from)
  );
}

const DECISION =
  /^(?:decisions?|move|step|policy|permission|change|shift|proposal|plan|idea|vote|resolution|guidance)$/;
const CAPABILITY_LINK =
  /^(?:,|which|that|would|could|can|will|might|may|also|potentially|theoretically|to|range|have|has|strike|hit|reach|attack)$/;

/** "The missiles could enable Ukraine to strike": the use that a thing makes possible is no permitted one. */
export function isMadePossible(view: SentenceView, cues: readonly CueMention[], use: CueMention): boolean {
  return cues.some(
    (cue) => cue.kind === 'permit' && cue.to <= use.from && use.from - cue.to <= 6 && isCapability(view, cue),
  );
}

/** "Missiles that can reach", "missiles, which have a range of 300 km and could be used": what a thing is able to do. */
export function isRelativeOfThing(view: SentenceView, at: number): boolean {
  const relative = view.tokens.findLastIndex(
    ({ word }, index) => index < at && at - index <= 24 && (word === 'that' || word === 'which'),
  );
  const thing =
    relative < 0 ? undefined : view.objects.find(({ to }) => relative - to >= 0 && relative - to <= 2);
  // "a system that officials say will allow": whoever only says so does not act
  const isTelling = (to: number) => SPEECH_VERBS.has(view.tokens[to]?.word ?? '');
  return (
    thing !== undefined &&
    !view.actorMatches.some(
      ({ from, to }) => from > relative && from < at && !isTelling(to) && !isTelling(to + 1),
    )
  );
}
