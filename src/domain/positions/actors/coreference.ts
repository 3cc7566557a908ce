import { SPEECH_VERBS } from '../../text/reporting-words.ts';
import type { Person, Topic } from '../../topics/topic.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { Actor, ActorMention, Usage } from './actor-mention.ts';
import { MANY_HOLD_IT } from './find-actors.ts';
import { Namesakes } from './namesakes.ts';
import { holderOf, termAt } from './person-in-office.ts';
import { PersonsSpokenOf } from './persons-spoken-of.ts';
import { stateActor } from './state-actor.ts';

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

/** Offices of which every state has many: without a country they are the state's talked of last. */
const SERVES_A_STATE: ReadonlySet<string> = new Set(['spokesperson', 'ministry']);

const STATES = /^(?:countries|states|nations|governments|capitals|allies|powers)$/;

/** Who was talked about so far, so that "he", "the minister" and "Berlin" can be told. One for each article. */
export class Discourse {
  readonly #topic: Topic;
  readonly #date: string | undefined;
  readonly #byRole = new Map<string, Actor>();
  readonly #countryCounts = new Map<string, number>();
  /** States that may decide, the one talked of last at the end. */
  #states: readonly string[] = [];
  #lastState: string | undefined;
  readonly #persons: PersonsSpokenOf;
  readonly #namesakes = new Namesakes();
  /** Officials who were mentioned without a name. */
  #nameless: Actor | undefined;
  #group: Actor | undefined;

  constructor(topic: Topic, date: string | undefined) {
    this.#topic = topic;
    this.#date = date;
    this.#persons = new PersonsSpokenOf(topic.pronouns);
  }

  /** Completes the mentions of one sentence, adds its pronouns, and remembers them for the next. */
  resolve(view: SentenceView, found: readonly ActorMention[]): ActorMention[] {
    const meant = found.map((mention) => this.#namesakes.meant(view.tokens, mention));
    const mentions = [...meant, ...this.#namesakes.bySurname(view, meant)].sort(byPlace);
    const all = [
      ...mentions,
      ...pronounsOf(view, mentions),
      ...relativesOf(view, mentions),
      ...this.#pairsIn(view, mentions),
    ].sort(byPlace);
    const scene = sceneOf(view, mentions);
    const resolved = all.flatMap((mention) => {
      const told = tellersAt(view, mention, mentions);
      const actor = told
        ? told.actor
        : isTheOne(view, mention)
          ? (this.#official(view, mention) ?? this.#persons.last ?? mention.actor)
          : this.#resolveActor(mention.actor, mentions, scene);
      if (!actor) return [];
      this.#remember(actor, mention.usage);
      return [{ ...mention, actor }];
    });
    // the next sentence's "he" is this one's subject
    const subject = resolved.find(({ usage, actor }) => usage === 'free' && isOnePerson(actor));
    if (subject) this.#persons.add(subject.actor);
    return resolved;
  }

  /** "The two countries", "both capitals": the two that were talked of last. */
  #pairsIn({ tokens }: SentenceView, mentions: readonly ActorMention[]): ActorMention[] {
    const found: ActorMention[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const word = tokens[at]?.word;
      const isPair = (word === 'both' || word === 'two') && STATES.test(tokens[at + 1]?.word ?? '');
      if (isPair && !isMentionedAt(at, mentions)) found.push(...this.#pairAt(at, mentions));
    }
    return found;
  }

  #pairAt(at: number, mentions: readonly ActorMention[]): ActorMention[] {
    const before = mentions.filter(({ to }) => to <= at).map(({ actor }) => actor.country);
    const pair = before.reduce(this.#withState, this.#states).slice(-2);
    if (pair.length < 2) return [];
    return pair.map((country) => ({
      from: at,
      to: at + 2,
      usage: 'free',
      actor: stateActor(country, this.#topic),
    }));
  }

  readonly #withState = (states: readonly string[], country: string | undefined): readonly string[] =>
    country?.length === 2 && !this.#topic.notDeciders.has(country)
      ? [...states.filter((state) => state !== country), country]
      : states;

  /** "The official said": one of those who were brought in without a name, where there are such. */
  #official(view: SentenceView, { from, actor }: ActorMention): Actor | undefined {
    if (view.tokens[from]?.word !== 'official' || this.#nameless === undefined) return undefined;
    return { ...actor, country: this.#nameless.country };
  }

  #resolveActor(actor: Actor, others: readonly ActorMention[], scene: string | undefined): Actor | undefined {
    if (actor.isPronoun)
      return actor.type === 'person'
        ? this.#persons.meantBy(actor.name)
        : actor.name === 'we'
          ? actor
          : this.#group;
    if (actor.country !== undefined || actor.role === undefined) return actor;
    return this.#holderByRole(actor, others, scene);
  }

  /** "The minister", "the chancellor": the last one mentioned, else the one of the country most talked about. */
  #holderByRole(actor: Actor, others: readonly ActorMention[], scene: string | undefined): Actor {
    const role = actor.role ?? '';
    const isNamed = actor.isOffice !== true;
    const known =
      isNamed || MANY_HOLD_IT.has(role)
        ? undefined
        : (this.#byRole.get(role) ?? this.#byRoleEnding(role, others));
    if (known) return known;
    if (!isNamed && (MANY_HOLD_IT.has(role) || SERVES_A_STATE.has(role)))
      return { ...actor, country: scene ?? this.#lastState };
    const countries = [...this.#countryCounts]
      .sort((one, other) => other[1] - one[1])
      .map(([country]) => country);
    if (isNamed) {
      const country = scene ?? countries.find((each) => each !== this.#topic.adversary);
      return { ...actor, country };
    }
    for (const country of scene === undefined ? countries : [scene, ...countries]) {
      const holder = holderOf(this.#topic, role, country, this.#date);
      if (holder) return { ...actor, name: holder.name, type: 'person', country };
    }
    const only = this.#onlyHolder(role);
    if (only) return { ...actor, name: only.name, type: 'person', country: only.country };
    return { ...actor, country: this.#onlyCountry(role) };
  }

  /** "The chancellor" needs no country when only one person anywhere holds the office. */
  #onlyHolder(role: string): Person | undefined {
    const holders =
      this.#date === undefined
        ? []
        : this.#topic.people.filter((person) => termAt(person, this.#date)?.role.role === role);
    return holders.length === 1 ? holders[0] : undefined;
  }

  /** Without a date the holder stays unknown; whose office it is may not. */
  #onlyCountry(role: string): string | undefined {
    const held = this.#topic.people.filter(({ terms }) => terms.some((term) => term.role.role === role));
    const countries = new Set(held.map(({ country }) => country));
    return countries.size === 1 ? held[0]?.country : undefined;
  }

  /** "The minister" is the foreign minister just named, and not the one whom the same sentence names besides. */
  #byRoleEnding(role: string, others: readonly ActorMention[]): Actor | undefined {
    const isBeside = ({ name }: Actor) => others.some(({ actor }) => actor.name === name);
    return [...this.#byRole].findLast(
      ([known, actor]) => known.endsWith(` ${role}`) && !isBeside(actor),
    )?.[1];
  }

  #remember(actor: Actor, usage: Usage): void {
    if (actor.isPronoun) return;
    this.#states = this.#withState(this.#states, actor.country);
    if (actor.type === 'anonymous official') this.#nameless = actor;
    if (usage !== 'oblique' && actor.country?.length === 2 && !this.#topic.notDeciders.has(actor.country)) {
      this.#lastState = actor.country;
    }
    // "On Russian soil" names a place, and makes no one the president of it
    const isPlaceOnly = actor.country === this.#topic.adversary && usage !== 'free';
    if (actor.country && !isPlaceOnly)
      this.#countryCounts.set(actor.country, (this.#countryCounts.get(actor.country) ?? 0) + 1);
    if (actor.role && actor.country) {
      this.#byRole.delete(actor.role);
      this.#byRole.set(actor.role, actor);
    }
    if (usage !== 'free' && this.#persons.last !== undefined) return;
    if (isOnePerson(actor)) this.#persons.add(actor);
    else if (usage !== 'possessive') this.#group = actor;
  }
}

function byPlace(one: ActorMention, other: ActorMention): number {
  return one.from - other.from;
}

/** "Graham and Blumenthal said they would press": those who say it, the last of them named here. */
function tellersAt(
  { tokens }: SentenceView,
  { from }: ActorMention,
  mentions: readonly ActorMention[],
): ActorMention | undefined {
  if (tokens[from]?.word !== 'they' || !SPEECH_VERBS.has(tokens[from - 1]?.word ?? '')) return undefined;
  const last = mentions.findLast(({ to, usage }) => to === from - 1 && usage === 'free');
  return last && /^(?:and|,)$/.test(tokens[last.from - 1]?.word ?? '') ? last : undefined;
}

/** "In Berlin, a Defence Ministry spokesman said": the state whose offices are meant. */
function sceneOf({ tokens }: SentenceView, mentions: readonly ActorMention[]): string | undefined {
  const [first] = mentions;
  const isScene =
    first?.from === 1 &&
    first.usage === 'oblique' &&
    tokens[0]?.word === 'in' &&
    tokens[first.to]?.text === ',';
  return isScene && first.actor.country?.length === 2 ? first.actor.country : undefined;
}

/** "The official said", "the politician said": the one just named. */
function isTheOne(view: SentenceView, { from, to, actor }: ActorMention): boolean {
  return (
    actor.isOffice === true &&
    actor.country === undefined &&
    MANY_HOLD_IT.has(actor.role ?? '') &&
    to - from === 1 &&
    view.tokens[from - 1]?.word === 'the' &&
    !view.tokens[from]?.word.endsWith('s')
  );
}

function isOnePerson(actor: Actor): boolean {
  return actor.type === 'person' || actor.type === 'ministry/spokesperson' ? actor.role !== undefined : false;
}

function isMentionedAt(at: number, mentions: readonly ActorMention[]): boolean {
  return mentions.some(({ from, to }) => from <= at && at < to);
}

/** "Ryabkov, who told reporters": the relative pronoun acts for the one before it. */
function relativesOf(view: SentenceView, mentions: readonly ActorMention[]): ActorMention[] {
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

function pronounsOf(view: SentenceView, mentions: readonly ActorMention[]): ActorMention[] {
  const found: ActorMention[] = [];
  for (let at = 0; at < view.tokens.length; at += 1) {
    const { word = '', text = '' } = view.tokens[at] ?? {};
    const pronoun = PRONOUNS.get(word);
    if (pronoun === undefined || (word === 'us' && text !== 'us') || text === 'i') continue;
    if (isMentionedAt(at, mentions)) continue;
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
