import type { Topic, TopicObject } from '../topics/topic.ts';
import type { ActorMention } from './actors/actor-mention.ts';
import { jointActors } from './actors/joint-actors.ts';
import { isContrast } from './clauses.ts';
import type { ReadSentence } from './read-article.ts';
import type { ObjectMention, SentenceView, TokenRange } from './sentence-view.ts';

/** What a position is about the use of. */
export interface WeaponFound {
  readonly weapon: string;
  readonly raw?: string | undefined;
  readonly suppliers: readonly string[];
  readonly objects: readonly TopicObject[];
}

/**
 * Chooses the weapon of a clause: a named one before a class before "weapons", and of several named ones that of the
 * actor's own country. The sentence helps a clause that names none.
 */
export function findWeapon(
  read: ReadSentence,
  clause: TokenRange,
  country: string | undefined,
  topic: Topic,
): WeaponFound {
  const { view, mentions } = read;
  const inClause = view.objects.filter(({ from, to }) => from >= clause.from && to <= clause.to);
  const mentioned =
    inClause.length > 0 ? inClause : view.objects.filter(({ from }) => mayBorrow(view, clause, from));
  const own = ownAmongOthers(read, mentioned, country);
  if (own && country !== undefined)
    return { weapon: own.object.name, raw: rawOf(view, own), suppliers: [country], objects: [own.object] };
  const best = ownedBy(view, mentioned, country) ?? mostParticular(mentioned, country);
  if (!best) return { weapon: topic.genericObject, suppliers: [], objects: [] };
  // "… with German weapons, while Washington is ready to adapt": of its own, and not of German ones
  const isOfAnother = best.from < clause.from && isContrast(view.tokens[clause.from]?.word ?? '');
  const owners = best.object.isNamed || isOfAnother ? [] : adjectiveOwners(view, best, mentions, topic);
  return {
    weapon: pointedAt(read, best, owners[0] ?? country).name,
    raw: rawOf(view, best),
    suppliers: best.object.isNamed && best.object.suppliers.length > 0 ? best.object.suppliers : owners,
    objects: mentioned.map(({ object }) => object),
  };
}

/** "Germany's position on its arms is unchanged by the leave for ATACMS": of its own, beside what others gave. */
function ownAmongOthers(
  { view, mentions }: ReadSentence,
  mentioned: readonly ObjectMention[],
  country: string | undefined,
): ObjectMention | undefined {
  const isOfOthers = ({ object }: ObjectMention) =>
    object.isNamed && object.suppliers.length > 0 && !object.suppliers.includes(country ?? '');
  if (country === undefined || !mentioned.some(isOfOthers)) return undefined;
  if (mentioned.some(({ object }) => object.isNamed && object.suppliers.includes(country))) return undefined;
  return mentioned.find(
    (each) =>
      !isOfOthers(each) &&
      (/^(?:its|our|my)$/.test(view.tokens[each.from - 1]?.word ?? '') ||
        mentions.some(
          ({ to, usage, actor }) =>
            usage === 'possessive' && actor.country === country && to <= each.from && each.from - to <= 1,
        )),
  );
}

/**
 * "Washington and London let Ukraine fire their missiles, such as British Storm Shadows": Washington's are its own, and
 * not the example.
 */
function ownedBy(
  { tokens }: SentenceView,
  mentioned: readonly ObjectMention[],
  country: string | undefined,
): ObjectMention | undefined {
  const isExample = mentioned.some(
    ({ object, from }) =>
      tokens.slice(Math.max(0, from - 4), from).some(({ word }) => word === 'as') &&
      object.suppliers.length > 0 &&
      !object.suppliers.includes(country ?? ''),
  );
  return isExample
    ? mentioned.find(({ from }) =>
        tokens.slice(Math.max(0, from - 3), from + 1).some(({ word }) => word === 'their'),
      )
    : undefined;
}

/** A clause without an object takes that of another, but not of one that is set against it by "but". */
function mayBorrow(view: SentenceView, clause: TokenRange, from: number): boolean {
  return from < clause.to || !isContrast(view.tokens[clause.to]?.word ?? '');
}

/** "The jets" are the F-16s named shortly before; "weapons" are of any kind and point at nothing. */
function pointedAt(
  { namedBefore, view, mentions }: ReadSentence,
  { object, from }: ObjectMention,
  owner: string | undefined,
): TopicObject {
  if (object.isNamed || object.class === 'any' || !isDetermined(view, mentions, from)) return object;
  const named = namedBefore.filter((before) => before.class === object.class);
  const own = named.filter(({ suppliers }) => suppliers.length === 0 || suppliers.includes(owner ?? ''));
  const candidates = new Set((own.length > 0 ? own : named).map(({ name }) => name));
  const isForeign =
    owner !== undefined && own.length === 0 && named.some(({ suppliers }) => suppliers.length > 0);
  return candidates.size === 1 && !isForeign ? (own[0] ?? named[0] ?? object) : object;
}

/** "The missiles" and "their missiles" may be those named before; "long-range missiles" are any. */
function isDetermined(view: SentenceView, mentions: readonly ActorMention[], at: number): boolean {
  return (
    view.tokens.slice(Math.max(0, at - 3), at + 1).some(({ word }) => DETERMINERS.test(word)) ||
    mentions.some(({ to, usage }) => usage === 'possessive' && to <= at && at - to <= 2)
  );
}

const DETERMINERS = /^(?:the|these|those|this|that|such|its|their|our|his|her|both|all)$/;

function mostParticular(
  mentions: readonly ObjectMention[],
  country: string | undefined,
): ObjectMention | undefined {
  const rank = ({ object }: ObjectMention) => {
    if (object.isNamed) return country !== undefined && object.suppliers.includes(country) ? 3 : 2;
    return object.class === 'any' ? 0 : 1;
  };
  return [...mentions].sort((one, other) => rank(other) - rank(one) || one.from - other.from)[0];
}

/** "American weapons", "weapons supplied by Germany". */
function adjectiveOwners(
  view: SentenceView,
  object: ObjectMention,
  mentions: readonly ActorMention[],
  topic: Topic,
): string[] {
  const before = mentions.filter(
    ({ to, usage, from }) =>
      usage === 'possessive' &&
      to <= object.from &&
      object.from - from <= 5 &&
      view.tokens[from]?.word !== 'their', // each of several has its own
  );
  const givenBy = mentions.filter(
    ({ from, usage }) =>
      from >= object.to &&
      from - object.to <= 4 &&
      (usage === 'agent' || view.tokens[from - 1]?.word === 'from'),
  );
  const givers = givenBy.flatMap((giver) => jointActors(view, mentions, giver));
  const countries = [...new Set([...before, ...givenBy, ...givers])].flatMap(({ actor }) =>
    actor.country ? [actor.country] : [],
  );
  return countries.filter(
    (country) => country.length === 2 && country !== topic.recipient && country !== topic.adversary,
  );
}

function rawOf(view: SentenceView, mention: ObjectMention): string {
  const first = view.tokens[mention.from];
  const last = view.tokens[mention.to - 1];
  if (!first || !last) return '';
  return view.sentence.text.slice(first.start - view.sentence.start, last.end - view.sentence.start);
}
