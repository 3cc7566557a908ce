import type { Person, Topic } from '../../topics/topic.ts';
import { isWithin, type SentenceView } from '../sentence-view.ts';
import type { Actor, ActorMention, Usage } from './actor-mention.ts';
import { MANY_HOLD_IT } from './described-actor.ts';
import { describedBy, isTellerBehind, isTheOne, isToldByUnknown, tellersAt } from './meant-in-sentence.ts';
import { Namesakes } from './namesakes.ts';
import { holderOf, termAt } from './person-in-office.ts';
import { PersonsSpokenOf } from './persons-spoken-of.ts';
import { pronounsOf, relativesOf } from './pronouns.ts';
import { findSpeech, type Speech } from './speaker.ts';
import { stateActor } from './state-actor.ts';
import { isNew, ownerBefore, sceneOf, stateServed } from './whose-office.ts';

/** Offices of which every state has many: without a country they are the state's talked of last. */
const SERVES_A_STATE: ReadonlySet<string> = new Set(['spokesperson', 'ministry']);

/** A sentence's subject begins so many tokens behind its beginning at most: "In a three-hour appearance he". */
const SUBJECT_WITHIN = 6;

const STATES = /^(?:countries|states|nations|governments|capitals|allies|powers)$/;

/** Who is mentioned in a sentence, pronouns and offices with whom they mean, and who says it. */
export interface ResolvedMentions {
  readonly mentions: readonly ActorMention[];
  readonly speech: Speech | undefined;
}

/** Who was talked about so far, so that "he", "the minister" and "Berlin" can be told. One for each article. */
export class Discourse {
  readonly #topic: Topic;
  readonly #date: string | undefined;
  readonly #byRole = new Map<string, Actor>();
  readonly #countryCounts = new Map<string, number>();
  /** States that may decide, the one talked of last at the end. */
  #states: readonly string[] = [];
  #lastState: string | undefined;
  /** The state that acts in the last sentence in which one does. */
  #actingState: string | undefined;
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

  /** Completes the mentions of one sentence, adds its pronouns, and remembers them for the next; tells who says it. */
  resolve(view: SentenceView, found: readonly ActorMention[]): ResolvedMentions {
    this.#persons.startSentence();
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
      const actor = this.#actorOf(view, mention, mentions, scene);
      if (!actor) return [];
      this.#remember(actor, mention.usage);
      return [{ ...mention, actor }];
    });
    const speech = findSpeech(view, resolved);
    this.#rememberSubject(view, resolved, speech);
    return { mentions: resolved, speech };
  }

  #actorOf(
    view: SentenceView,
    mention: ActorMention,
    mentions: readonly ActorMention[],
    scene: string | undefined,
  ): Actor | undefined {
    const { actor } = mention;
    const told = tellersAt(view, mention, mentions) ?? describedBy(view, mention, mentions);
    if (told) return told.actor;
    if (isTheOne(view, mention)) return this.#official(view, mention) ?? this.#persons.last ?? actor;
    if (isTellerBehind(view, mention, mentions)) {
      const teller = this.#persons.meantBefore(actor.name);
      if (teller) return teller;
    }
    if (actor.isPronoun) return this.#meantIn(view, mention, mentions) ?? this.#meantBy(actor);
    if (actor.country !== undefined || actor.role === undefined) return actor;
    const served = stateServed(view, mention, mentions) ?? this.#stateOfOwner(view, mention, mentions);
    if (served) return this.#holderIn(served, actor);
    return this.#holderByRole(actor, mentions, scene, isNew(view, mention));
  }

  /** "It was Doe's last meeting, and he used it": a person who does nothing in a sentence is meant where nobody acts before. */
  #meantIn(
    { isQuoted }: SentenceView,
    { from, usage, actor }: ActorMention,
    mentions: readonly ActorMention[],
  ): Actor | undefined {
    if (actor.type !== 'person') return undefined;
    const before = mentions.filter(
      (other) => other.to <= from && isOnePerson(other.actor) && !isQuoted[other.from],
    );
    if (before.some((other) => other.usage === 'free')) return undefined;
    // "standing beside Doe, he"
    const meant = usage === 'free' ? before.filter((other) => other.usage === 'possessive') : before;
    return meant.findLast((other) => this.#persons.isCalled(other.actor, actor.name))?.actor;
  }

  /** The next sentence's "he" is this one's subject: who stands in front, or else who speaks. */
  #rememberSubject(view: SentenceView, resolved: readonly ActorMention[], speech: Speech | undefined): void {
    const persons = resolved.filter(({ from, actor }) => isOnePerson(actor) && !view.isQuoted[from]);
    const first = persons.find(({ usage }) => usage === 'free');
    const speaker = speech && isOnePerson(speech.speaker.actor) ? speech.speaker : undefined;
    // "Doe's reply was a missile"
    const owner = persons.find(({ from, usage }) => usage === 'possessive' && from <= 1);
    const inFront = first && first.from <= SUBJECT_WITHIN ? first : undefined;
    const subject = inFront ?? speaker ?? owner ?? first;
    if (subject) this.#persons.add(subject.actor);
    else if (isToldByUnknown(view, resolved)) this.#persons.forget();
    const acting = resolved.find(isActingState);
    if (acting) this.#actingState = acting.actor.country;
  }

  /** "France, whose foreign minister", "France has given it, and its", "Doe disagreed. His spokesman". */
  #stateOfOwner(
    view: SentenceView,
    mention: ActorMention,
    mentions: readonly ActorMention[],
  ): string | undefined {
    const owner = ownerBefore(view, mention);
    if (owner === undefined) return undefined;
    if (owner === 'whose') return mentions.findLast(({ to }) => to < mention.from)?.actor.country;
    if (owner !== 'its') return this.#persons.meantBy(owner)?.country;
    const before = mentions.findLast((other) => other.to < mention.from && isActingState(other));
    return before?.actor.country ?? this.#actingState;
  }

  #holderIn(country: string, actor: Actor): Actor {
    const role = actor.role ?? '';
    const holder =
      actor.isOffice === true && !MANY_HOLD_IT.has(role)
        ? holderOf(this.#topic, role, country, this.#date)
        : undefined;
    return holder ? { ...actor, name: holder.name, type: 'person', country } : { ...actor, country };
  }

  /** "The two countries", "both capitals": the two that were talked of last. */
  #pairsIn({ tokens }: SentenceView, mentions: readonly ActorMention[]): ActorMention[] {
    const found: ActorMention[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const word = tokens[at]?.word;
      const isPair = (word === 'both' || word === 'two') && STATES.test(tokens[at + 1]?.word ?? '');
      if (isPair && !isWithin(at, mentions)) found.push(...this.#pairAt(at, mentions));
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

  #meantBy(pronoun: Actor): Actor | undefined {
    if (pronoun.name === 'we') return pronoun;
    return pronoun.type === 'person' ? this.#persons.meantBy(pronoun.name) : this.#group;
  }

  /** "The minister", "the chancellor": the last one mentioned, else the one of the country most talked about. */
  #holderByRole(
    actor: Actor,
    others: readonly ActorMention[],
    scene: string | undefined,
    isNewOne: boolean,
  ): Actor {
    const role = actor.role ?? '';
    const isNamed = actor.isOffice !== true;
    const serves = SERVES_A_STATE.has(role);
    const known =
      isNamed || isNewOne || MANY_HOLD_IT.has(role)
        ? undefined
        : (this.#byRole.get(role) ?? this.#byRoleEnding(role, others));
    if (known && !(serves && scene !== undefined && known.country !== scene)) return known;
    if (!isNamed && (MANY_HOLD_IT.has(role) || serves))
      return { ...actor, country: scene ?? this.#lastState };
    if (!isNamed && isNewOne) return { ...actor, country: scene };
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

function isActingState({ usage, actor }: ActorMention): boolean {
  return usage === 'free' && actor.country?.length === 2;
}

/** Somebody who may be "he" or "she"; a ministry is neither. */
function isOnePerson({ type, role }: Actor): boolean {
  return (type === 'person' || type === 'ministry/spokesperson') && role !== undefined && role !== 'ministry';
}
