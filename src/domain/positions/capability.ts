import type { CueMention, SentenceView } from './sentence-view.ts';

/** "The missiles would allow Ukraine to strike": what a thing makes possible, nobody has permitted. */
export function isCapability(view: SentenceView, permit: CueMention): boolean {
  const thing = view.objects.findLast(({ to }) => to <= permit.from && permit.from - to <= 5);
  if (isPossibleBy(view, permit)) return true;
  return (
    thing !== undefined &&
    view.tokens.slice(thing.to, permit.from).every(({ word }) => CAPABILITY_LINK.test(word)) &&
    !/ed$|^let$/.test(view.tokens[permit.from]?.word ?? '')
  );
}

/** "…, which would allow Ukraine to strike": of a thing with its range, where no decision was spoken of before. */
function isPossibleBy(view: SentenceView, permit: CueMention): boolean {
  const words = view.tokens.slice(Math.max(0, permit.from - 3), permit.from).map(({ word }) => word);
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
  /^(?:,|which|that|would|could|can|will|might|may|also|potentially|theoretically|to|range|have|has)$/;

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
    relative < 0 ? undefined : view.objects.find(({ to }) => to === relative || to === relative - 1);
  return thing !== undefined && !view.actorMatches.some(({ from }) => from > relative && from < at);
}
