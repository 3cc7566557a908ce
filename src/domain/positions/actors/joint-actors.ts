import { isCapitalised, type Token } from '../../text/tokens.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { ActorMention } from './actor-mention.ts';

/**
 * All who share what is said of one: those joined to it ("Washington and Berlin"), those listed after the "by" of a
 * passive, and those whom a group is said to include.
 */
export function jointActors(
  { tokens }: SentenceView,
  mentions: readonly ActorMention[],
  found: ActorMention,
): readonly ActorMention[] {
  const named = antecedentOf(tokens, mentions, found);
  const joined = withoutSummary([
    ...withThoseBefore(tokens, mentions, named),
    ...agentsAfter(tokens, mentions, found),
    ...includedIn(tokens, mentions, named),
    ...joinedBy(tokens, mentions, named),
    ...namedAtLast(tokens, mentions, found),
  ]);
  return [...new Set(joined.flatMap((mention) => namedAtOnce(mentions, mention)))];
}

/**
 * "The two countries" are several at one place. A speaker may be named in another sentence, where
 * that place is another.
 */
function namedAtOnce(mentions: readonly ActorMention[], found: ActorMention): readonly ActorMention[] {
  if (!mentions.includes(found)) return [found];
  return mentions.filter(({ from, to }) => from === found.from && to === found.to);
}

/** "Canada has joined Sweden and let them": Sweden had done so. */
function joinedBy(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  found: ActorMention,
): ActorMention[] {
  return mentions.filter(
    ({ from, to }) =>
      from > found.to &&
      from - found.to <= 4 &&
      /^(?:join|joins|joined|joining)$/.test(tokens[from - 1]?.word ?? '') &&
      /^(?:and|in)$/.test(tokens[to]?.word ?? ''),
  );
}

/** "The allies, Norway and Spain among them, …": who is named one by one is not named as a group besides. */
function withoutSummary(actors: readonly ActorMention[]): readonly ActorMention[] {
  const states = actors.filter(({ actor }) => actor.type !== 'group');
  return states.length >= 2 && actors[0]?.actor.type === 'group' && actors.length <= 4 ? states : actors;
}

/** "Washington and Berlin said that they would allow": the pronoun stands for all that its name was joined to. */
function antecedentOf(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  found: ActorMention,
): ActorMention {
  const pronoun = tokens[found.from]?.word ?? '';
  if (!/^(?:they|both|which|who)$/.test(pronoun)) return found;
  const isRelative = /^(?:which|who)$/.test(pronoun);
  const named = mentions.findLast(
    ({ to, usage, actor }) =>
      to <= found.from && (isRelative || usage === found.usage) && actor.name === found.actor.name,
  );
  return named ?? found;
}

/** The mention with those joined to it by "and", "along with" or commas right before it. */
function withThoseBefore(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  last: ActorMention,
  isInList = false,
): ActorMention[] {
  const start = startOfTitle(tokens, mentions, last);
  const between = ({ to }: ActorMention) => wordsBetween(tokens, mentions, to, start);
  const before = mentions.findLast(
    (mention) =>
      mention.to < start &&
      (mention.usage === last.usage || isFirstListed(tokens, mention)) &&
      isLinked(between(mention), isInList),
  );
  const isSame = before?.actor.name === last.actor.name;
  return before && !isSame ? [...withThoseBefore(tokens, mentions, before, true), last] : [last];
}

/** "NATO Secretary Jens Stoltenberg": what he heads stands before his name, and is no actor beside him. */
function startOfTitle(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  { from, actor }: ActorMention,
): number {
  const headed = mentions.findLast(
    (mention) =>
      mention.to <= from &&
      from - mention.to <= 4 &&
      mention.actor.country === actor.country &&
      tokens.slice(mention.to, from).every(isCapitalised),
  );
  return headed?.from ?? from;
}

/** What stands between two mentions, without those whose possession the second is: "along with Kyiv's other backers". */
function wordsBetween(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  from: number,
  to: number,
): readonly string[] {
  const isOwner = (at: number) =>
    mentions.some((mention) => mention.usage === 'possessive' && mention.from <= at && at < mention.to);
  return tokens.flatMap(({ word }, at) => (at >= from && at < to && !isOwner(at) ? [word] : []));
}

function isLinked(words: readonly string[], isInList: boolean): boolean {
  const link = JOINED.exec(words.join(' '))?.[0] ?? '';
  const others = words.slice(link === '' ? 0 : link.split(' ').length);
  return (
    others.length <= 3 &&
    others.every((word) => LIST_WORD.test(word)) &&
    (isInList || link !== '' || others.some((word) => CONJUNCTION.test(word)))
  );
}

/** "Several states, including Latvia, Finland and Sweden": the first of a list stands behind its preposition. */
function isFirstListed(tokens: readonly Token[], { usage, from }: ActorMention): boolean {
  const before = tokens[from - 1]?.word === 'the' ? tokens[from - 2] : tokens[from - 1];
  return usage === 'oblique' && INCLUSION.test(before?.word ?? '');
}

const INCLUSION = /^(?:including|notably|like|particularly|especially)$/;
const JOINED = /^(?:, )?(?:as well as|along with|together with)\b/;
const CONJUNCTION = /^(?:and|or|nor)$/;
const LIST_WORD =
  /^(?:and|or|nor|neither|by|from|the|its|their|'s|’s|of|,|key|close|closest|main|major|other|fellow|many|most|several|some)$/;

/** "Backed by France, Sweden and Poland": what the preposition says of the first, it says of all. */
function agentsAfter(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  first: ActorMention,
): ActorMention[] {
  if (first.usage !== 'agent') return [];
  const listed = listFrom(tokens, mentions, first.to);
  const to = listed.at(-1)?.to ?? first.to;
  // a list has an "and" before its last: without one, another begins to act
  return tokens.slice(first.to, to).some(({ word }) => CONJUNCTION.test(word)) ? listed : [];
}

/** "European leaders, including Stoltenberg and Macron, have urged": the ones named share what the group does. */
function includedIn(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  group: ActorMention,
): ActorMention[] {
  const at = tokens.findIndex(
    ({ word }, index) => index >= group.to && index - group.to <= 1 && INCLUSION.test(word),
  );
  // "Germany, like France and Britain, no longer sets limits"
  const isLikeness = tokens[at]?.word === 'like' && tokens[at - 1]?.text === ',';
  return at >= 0 && (group.actor.type === 'group' || isLikeness) ? listFrom(tokens, mentions, at + 1) : [];
}

/** "Germany rules it out, along with Italy." */
function namedAtLast(
  tokens: readonly Token[],
  mentions: readonly ActorMention[],
  { to }: ActorMention,
): ActorMention[] {
  const at = tokens.findIndex(
    ({ word }, index) =>
      index > to && /^(?:along|together)$/.test(word) && tokens[index + 1]?.word === 'with',
  );
  const listed = at > 0 ? listFrom(tokens, mentions, at + 2) : [];
  const end = listed.at(-1)?.to ?? 0;
  return end > 0 && tokens.slice(end).every(({ text }) => /^[.!”"]$/.test(text)) ? listed : [];
}

/** The mentions that follow one another from a token on, with nothing but commas and "and" between. */
function listFrom(tokens: readonly Token[], mentions: readonly ActorMention[], from: number): ActorMention[] {
  const listed: ActorMention[] = [];
  let to = from;
  for (const mention of mentions.filter((each) => each.from >= from)) {
    if (mention.usage === 'possessive') break;
    if (!tokens.slice(to, mention.from).every(({ word }) => LIST_WORD.test(word))) break;
    listed.push(mention);
    to = mention.to;
  }
  return listed;
}
