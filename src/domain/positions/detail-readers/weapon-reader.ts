import { type ClueGroup, type ClueModel, evenly } from '../../clues/clue-model.ts';
import type { ClueSink } from '../../clues/clue-sink.ts';
import type { Topic, TopicObject } from '../../topics/topic.ts';
import type { Candidate } from '../candidate.ts';
import type { WeaponFound } from '../find-weapon.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { DetailContext, SpokenOf } from './detail-context.ts';

/** Weights that say whether a position is about a certain weapon. */
export type WeaponReaderModel = ClueModel<'yes' | 'no'>;

/** A weapon that a position may be about, with what speaks for and against it. */
export interface WeaponOption {
  readonly name: string;
  /** Missing for what the article does not speak of: any weapons. */
  readonly object?: TopicObject | undefined;
  readonly clues: readonly ClueGroup[];
}

/** So much surer than of the weapon that the rules chose must the reader be of another. */
const MARGIN = 0.1;
/** What was spoken of further up is no longer meant. */
const REACH = 30;

/** The weapon that a position is about: that of the rules, or one that the reader is clearly surer of. */
export function readWeapon(
  candidate: Candidate,
  context: DetailContext,
  reader: WeaponReaderModel,
  topic: Topic,
): WeaponFound {
  const yes = reader.verdicts.indexOf('yes');
  const { weapon } = candidate;
  const judge = context.judgeOf(reader);
  const judged = weaponOptions(candidate, context, topic).map(({ clues, ...option }) => ({
    ...option,
    probability: judge.probabilitiesOf(clues)[yes] ?? 0,
  }));
  const found = judged.find(({ name }) => name === weapon.weapon)?.probability ?? 0;
  const best = judged.reduce((one, other) => (other.probability > one.probability ? other : one));
  if (best.name === weapon.weapon || best.probability <= found + MARGIN) return weapon;
  return withWeapon(weapon, best);
}

/** Whose they are is known of a named weapon, and of others only by the words that the rules read. */
function withWeapon(found: WeaponFound, { name, object }: Omit<WeaponOption, 'clues'>): WeaponFound {
  const isNamed = object?.isNamed === true;
  return {
    ...found,
    weapon: name,
    suppliers: isNamed && object.suppliers.length > 0 ? object.suppliers : found.suppliers,
    objects: object === undefined ? found.objects : [object, ...found.objects],
  };
}

/** What the rules chose, any weapons, and what the sentence, the title or the text before speaks of. */
export function weaponOptions(candidate: Candidate, context: DetailContext, topic: Topic): WeaponOption[] {
  const { read } = candidate.statement;
  const at = read.view.index;
  const before = context.spokenOf.filter((spoken) => spoken.at < at && at - spoken.at <= REACH);
  const here = read.view.objects.map(({ object }) => object);
  const inTitle = context.title.objects.map(({ object }) => object);
  const objects = new Map<string, TopicObject | undefined>([
    [candidate.weapon.weapon, undefined],
    [topic.genericObject, undefined],
  ]);
  for (const object of [...here, ...inTitle, ...before.map((spoken) => spoken.object)])
    objects.set(object.name, object);
  const spoken = spokenOfIn(read.view, topic);
  const around = { candidate, spoken, at, before, here, inTitle, topic };
  const named = before.filter((each) => each.object.isNamed).map((each) => each.object.name);
  const shown = whatShows(around, named);
  return [...objects].map(([name, object]) => ({
    name,
    object,
    clues: [evenly((sink) => putOption(sink, { name, object }, shown, named, around))],
  }));
}

interface Around {
  readonly candidate: Candidate;
  readonly spoken: Particularity;
  readonly at: number;
  readonly before: readonly SpokenOf[];
  readonly here: readonly TopicObject[];
  readonly inTitle: readonly TopicObject[];
  readonly topic: Topic;
}

/** What the position shows whichever weapon it is about: the words of each clue. */
function whatShows({ candidate, spoken, at, before, topic }: Around, named: readonly string[]): string[][] {
  const { weapon, action, scope, party, statement, secondReader } = candidate;
  const raw = weapon.raw?.toLowerCase().split(' ') ?? [];
  const isClassNear = before.some(
    (each) => at - each.at <= NEAR && !each.object.isNamed && each.object.name !== topic.genericObject,
  );
  return [
    ['spoken', spoken],
    ['head', raw.at(-1) ?? 'none'],
    ['first', raw[0] ?? 'none'],
    ['behind', wordBefore(statement.read.view, weapon.raw)],
    ['action', action],
    ['geo', scope.geo],
    ['party', party, spoken],
    ['second', String(secondReader !== undefined)],
    ['class', String(isClassNear)],
    ['named', String(Math.min(MANY, new Set(named).size))],
  ];
}

const NEAR = 4;
const MANY = 4;

/** How particular the sentence itself is. */
type Particularity = 'named' | 'class' | 'any' | 'none';

function spokenOfIn({ objects }: SentenceView, topic: Topic): Particularity {
  if (objects.some(({ object }) => object.isNamed)) return 'named';
  if (objects.some(({ object }) => object.name !== topic.genericObject)) return 'class';
  return objects.length > 0 ? 'any' : 'none';
}

/** "The" before "missiles", "its" before "weapons". */
function wordBefore({ sentence, tokens }: SentenceView, raw: string | undefined): string {
  if (raw === undefined) return 'none';
  const start = sentence.start + sentence.text.indexOf(raw);
  return tokens.findLast(({ end }) => end <= start)?.word ?? 'none';
}

function putOption<Place>(
  sink: ClueSink<Place>,
  { name, object }: Omit<WeaponOption, 'clues'>,
  shown: readonly (readonly string[])[],
  named: readonly string[],
  { candidate, spoken, at, before, here, inTitle, topic }: Around,
): void {
  const { weapon, actor, statement } = candidate;
  const { view } = statement.read;
  const last = before.findLast((each) => each.object.name === name);
  const isLast = named.at(-1) === name;
  const isOnly = isLast && named.every((each) => each === name);
  const isInTitle = String(inTitle.some((each) => each.name === name));
  const distance = last === undefined ? undefined : DISTANCES.find((most) => at - last.at <= most);
  const kind = sink.to(sink.start, kindOf(name, object, topic));
  const put = (...words: readonly string[]) => {
    const clue = words.reduce((place, word) => sink.to(place, word), kind);
    sink.put(clue);
    return clue;
  };
  for (const words of shown) put(...words);
  sink.put(sink.to(put('found', String(weapon.weapon === name)), spoken));
  put('here', String(here.some((each) => each.name === name)));
  sink.put(sink.to(put('distance', String(last === undefined ? 'none' : distance)), spoken));
  put('paragraph', String(last?.paragraph === view.sentence.paragraph));
  sink.put(sink.to(put('last', String(isLast)), spoken));
  put('only', String(isOnly));
  put('only', String(isOnly), isInTitle, spoken);
  sink.put(sink.to(put('title', isInTitle), spoken));
  const owner = put('owner', ownerOf(object, actor.country, topic));
  sink.put(sink.to(sink.to(owner, spoken), String(isLast)));
}

function kindOf(name: string, object: TopicObject | undefined, topic: Topic): string {
  if (object?.isNamed) return 'named';
  return name === topic.genericObject ? 'any' : 'class';
}

/** Sentences between: at most so many are alike. */
const DISTANCES = [0, 1, 2, 3, 4, 8, 20, REACH];

/** Whether a named weapon is the actor's own to give. */
function ownerOf(object: TopicObject | undefined, country: string | undefined, topic: Topic): string {
  if (object?.isNamed !== true || object.suppliers.length === 0) return 'nobody';
  if (country !== undefined && object.suppliers.includes(country)) return 'self';
  const mayOwn = country?.length === 2 && country !== topic.recipient && country !== topic.adversary;
  return mayOwn ? 'another' : 'others';
}
