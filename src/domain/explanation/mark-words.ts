import type { Statement } from '../positions/find-statements.ts';
import type { ReadSentence } from '../positions/read-article.ts';
import { overlaps, type TokenRange } from '../positions/sentence-view.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import { INGREDIENTS, type Ingredient, type Mark } from './explanation.ts';

interface Seen extends TokenRange {
  readonly ingredient: Ingredient;
  readonly as: string;
}

/** The words of a sentence that its statements were read from, in order and without overlap. */
export function markWords(statements: readonly Statement[]): Mark[] {
  const [first] = statements;
  if (!first) return [];
  const { view } = first.read;
  const seen = [...statements.flatMap(stanceWords), ...ingredientWords(first.read)];
  return withoutOverlap(seen).flatMap((range) => {
    const [start, end] = [view.tokens[range.from]?.start, view.tokens[range.to - 1]?.end];
    if (start === undefined || end === undefined) return [];
    const { start: offset, text } = view.sentence;
    return [
      {
        start,
        end,
        text: text.slice(start - offset, end - offset),
        ingredient: range.ingredient,
        as: range.as,
      },
    ];
  });
}

function stanceWords({ read: { view }, norm, attitude }: Statement): Seen[] {
  const inside = view.cues.filter(
    ({ kind, from, to }) => NORM_CUES.has(kind) && from >= norm.from && to <= norm.to,
  );
  const whole: Seen = { ...norm, ingredient: norm.kind === 'used' ? 'use' : 'norm', as: norm.kind };
  return [
    ...(attitude ? [{ ...attitude, ingredient: 'attitude' as const, as: attitude.kind }] : []),
    ...(inside.length > 0
      ? inside.map((cue): Seen => ({ ...cue, ingredient: 'norm', as: cue.kind }))
      : [whole]),
  ];
}

const NORM_CUES: ReadonlySet<CueKind> = new Set([
  'permit',
  'permission',
  'forbid',
  'restriction',
  'lift',
  'impose',
  'keep',
  'unchanged',
  'right',
  'defer',
  'user-decides',
  'no-restriction',
] as const);

function ingredientWords({ view, mentions }: ReadSentence): Seen[] {
  const { objects, supplied, cues, theatres, geos } = view;
  const isActing = (mark: TokenRange) =>
    mentions.some((actor) => actor.usage === 'free' && overlaps(actor, mark));
  return [
    ...objects.map(({ from, to, object }): Seen => ({ from, to, ingredient: 'object', as: object.name })),
    ...supplied
      .filter((mark) => objects.some((object) => isBeside(mark, object)) && !isActing(mark))
      .map(({ from, to }): Seen => ({ from, to, ingredient: 'object', as: 'supplied' })),
    ...apart([
      ...cues
        .filter(({ kind }) => kind === 'use')
        .map(({ from, to }): Seen => ({ from, to, ingredient: 'use', as: 'use' })),
      ...geos.map(({ from, to, geo }): Seen => ({ from, to, ingredient: 'place', as: geo })),
      ...theatres.map(({ from, to }): Seen => ({ from, to, ingredient: 'place', as: 'theatre' })),
    ]),
  ];
}

/** "Strike targets in Russia" is a phrase of a place and holds the use: each keeps the words that are only its own. */
function apart(seen: readonly Seen[]): Seen[] {
  return seen.flatMap((range) => {
    const others = seen.filter((other) => other.ingredient !== range.ingredient && overlaps(range, other));
    const from = Math.max(
      range.from,
      ...others.filter((other) => other.from === range.from && other.to < range.to).map(({ to }) => to),
    );
    const to = Math.min(range.to, ...others.filter((other) => other.from > from).map((other) => other.from));
    return from < to ? [{ ...range, from, to }] : [];
  });
}

/** "Western weapons", "weapons they received from": what marks a gift stands beside it. */
function isBeside(mark: TokenRange, object: TokenRange): boolean {
  return mark.from - object.to <= BESIDE && object.from - mark.to <= BESIDE;
}

const BESIDE = 3;

/** Where two claim a word, the one nearer to the stance has it, and of one kind the longer; the other keeps what is before. */
function withoutOverlap(seen: readonly Seen[]): Seen[] {
  const kept: Seen[] = [];
  const rank = ({ ingredient, from, to }: Seen) => INGREDIENTS.indexOf(ingredient) * 1000 - (to - from);
  for (const range of [...seen].sort((one, other) => rank(one) - rank(other))) {
    const taken = kept.filter((other) => overlaps(range, other)).map(({ from }) => from);
    const to = Math.min(range.to, ...taken);
    if (range.from < to) kept.push({ ...range, to });
  }
  return kept.sort((one, other) => one.from - other.from);
}
