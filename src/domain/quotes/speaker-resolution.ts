import { type PersonPronoun, PRONOUN_FORMS } from '../text/person-pronoun.ts';
import { authorOf } from './authors.ts';
import { Descriptions } from './descriptions.ts';
import { groupBefore, memberBefore, memberNamed } from './groups.ts';
import { endOfDay, leadingSubject } from './leading-subject.ts';
import { lastNamed, type NameMention, type People } from './people.ts';
import { isOffice, type NounPhrase, nameIn, ownerIn } from './person-names.ts';
import {
  fitsRole,
  headNoun,
  isOfAnotherParty,
  isPlainDescription,
  isRole,
  isVagueDescription,
  joined,
  pronounOf,
  tellsMore,
  withoutArticle,
  withoutOwning,
} from './phrase-words.ts';
import { type LexiconIndex, phraseKey } from './speaker-lexicon.ts';
import type { SpokenSentence, Token } from './speech-tokens.ts';
import {
  COUNTRIES,
  DOCUMENT_NOUNS,
  NEVER_NAMES,
  PARTY_WORDS,
  ROLE_NOUNS,
  SPOKESPERSONS,
} from './speech-words.ts';
import { type Subject, Subjects } from './subjects.ts';
import { TitleHolders } from './title-holders.ts';

export const UNKNOWN_SPEAKER = 'unknown';

/** How many sentences back a pronoun may point. */
const PRONOUN_REACH = 8;

/** What a name before it only owns: "the Berg regime". */
const OWNED = /^(?:administration|cabinet|camp|doctrine|era|government|plan|presidency|regime|team)$/;

/** What is said to be so, and says nothing itself. */
const NO_SPEAKER = /^(?:answer|fact|matter|news|point|question|reason|support|thing|warning)$/;

/**
 * Resolves names, titles, descriptions and pronouns to speakers, reading an article from its start. What it has
 * read so far decides what "he" and "the official" mean, so sentences must be given in order.
 */
export class SpeakerResolver {
  readonly #sentences: readonly SpokenSentence[];
  readonly #people: People;
  readonly #lexicon: LexiconIndex;
  readonly #acronyms: ReadonlyMap<string, string>;
  readonly #mentionsOf: ReadonlyMap<number, readonly NameMention[]>;
  readonly #subjects = new Subjects();
  readonly #descriptions: Descriptions;
  readonly #pronouns = new Map<string, PersonPronoun>();
  readonly #holders: TitleHolders;

  constructor(
    sentences: readonly SpokenSentence[],
    people: People,
    lexicon: LexiconIndex,
    acronyms: ReadonlyMap<string, string>,
  ) {
    this.#sentences = sentences;
    this.#people = people;
    this.#lexicon = lexicon;
    this.#acronyms = acronyms;
    this.#holders = new TitleHolders(people);
    this.#descriptions = new Descriptions(sentences);
    this.#mentionsOf = Map.groupBy(people.mentions, (mention) => mention.sentence);
  }

  /** Remembers whom a sentence is about, for the pronouns after it. */
  setSubject(sentence: number, speaker: string, human: boolean, speaks = false): void {
    if (speaker !== UNKNOWN_SPEAKER && /\p{L}/u.test(speaker))
      this.#subjects.set(sentence, { speaker, human, speaks });
  }

  subjectOf(sentence: number): string | undefined {
    return this.#subjects.at(sentence)?.speaker;
  }

  isHumanSubject(sentence: number): boolean {
    return this.#subjects.at(sentence)?.human ?? false;
  }

  /** Whether a name has the form of a person's, or is one word that the article uses of no place and no thing. */
  isLikelyPerson(speaker: string): boolean {
    if (this.#people.isLikely(speaker)) return true;
    return this.#people.isName(speaker) && !COUNTRIES.has(speaker) && !this.#people.isThing(speaker);
  }

  isHuman(speaker: string): boolean {
    if (this.#people.isKnown(speaker)) return true;
    return this.#descriptions.isRole(speaker);
  }

  /** Who is meant by a noun phrase of a sentence; `unknown` when the article does not tell. */
  resolve(sentence: number, whole: NounPhrase): string {
    const tokens = this.#sentences[sentence]?.tokens ?? [];
    const phrase = { ...whole, first: Math.min(endOfDay(tokens, whole.first), whole.last) };
    const words = tokens.slice(phrase.first, phrase.last + 1);
    const first = words[0];
    if (first === undefined) return UNKNOWN_SPEAKER;
    const author = authorOf(tokens, phrase);
    if (author !== undefined) return this.resolve(sentence, author);
    // "Afterwards he": what stands before the pronoun is no part of it
    const last = words.at(-1) ?? first;
    if (words.length === 1 || PRONOUN_FORMS.has(last.lower)) {
      const pronoun = this.#resolvePronoun(last.lower, sentence, phrase.last);
      if (pronoun !== undefined) return pronoun;
    }
    if (/^(?:one|another|some|both)$/.test(first.lower) && words[1]?.lower === 'of') {
      return memberNamed(this.#sentences, words, sentence, phrase.first) ?? UNKNOWN_SPEAKER;
    }
    return (
      this.#resolveListed(words, sentence) ??
      this.#resolveName(tokens, phrase, sentence) ??
      this.#resolveDescription(withoutOwning(words), sentence)
    );
  }

  #resolveListed(words: readonly Token[], sentence: number): string | undefined {
    const printed = joined(words);
    const key = phraseKey(printed);
    const person = this.#lexicon.people.get(key);
    if (person !== undefined) return words.length === 1 ? this.#people.canonical(printed, sentence) : person;
    const spelled = this.#acronyms.size > 0 ? this.#acronyms.get(joined(withoutArticle(words))) : undefined;
    const body = this.#lexicon.organisations.has(key) ? joined(withoutArticle(words)) : undefined;
    return spelled ?? body ?? this.#spokespersonOf(words);
  }

  /** "a spokesman for the ministry" and "ministry spokesperson" by the lexicon's word. */
  #spokespersonOf(words: readonly Token[]): string | undefined {
    const at = words.findIndex(({ lower }) => SPOKESPERSONS.has(lower));
    if (at < 0) return undefined;
    const after = /^(?:for|of|at|from)$/.test(words[at + 1]?.lower ?? '') ? words.slice(at + 2) : [];
    const body = after.length > 0 ? after : words.slice(0, at);
    if (body.length === 0) return undefined;
    return this.#lexicon.organisations.get(phraseKey(joined(body)))?.spokesperson;
  }

  #resolveName(tokens: readonly Token[], phrase: NounPhrase, sentence: number): string | undefined {
    const name = nameIn(tokens, phrase) ?? ownerIn(tokens, phrase);
    if (name === undefined) return undefined;
    const printed = joined(tokens.slice(name.first, name.last + 1));
    const canonical = this.#people.canonical(printed, sentence);
    const isWhole = name.last === phrase.last || this.#people.isKnown(canonical) || name.last > name.first;
    return isWhole ? canonical : undefined;
  }

  #resolvePronoun(word: string, sentence: number, at: number): string | undefined {
    const person = PRONOUN_FORMS.get(word);
    if (person !== undefined) return this.#personBefore(sentence, at, person) ?? UNKNOWN_SPEAKER;
    if (word === 'one' || word === 'another')
      return memberBefore(this.#sentences, sentence, at) ?? UNKNOWN_SPEAKER;
    if (word === 'they' || word === 'others' || word === 'some' || word === 'both') {
      return (
        groupBefore(this.#sentences, sentence, at)?.text ??
        (word === 'they' ? this.#spokespersonBefore(sentence) : undefined) ??
        UNKNOWN_SPEAKER
      );
    }
    if (word === 'it') return this.#bodyBefore(sentence, at) ?? UNKNOWN_SPEAKER;
    return /^(?:i|we|who|you)$/.test(word) ? UNKNOWN_SPEAKER : undefined;
  }

  /** "A spokesperson said so. … , they added": one of whom nobody says whether he or she. */
  #spokespersonBefore(sentence: number): string | undefined {
    const before = this.#subjects.at(sentence - 1);
    const head = before?.speaks ? this.#descriptions.headOf(before.speaker) : undefined;
    return head !== undefined && SPOKESPERSONS.has(head) ? before?.speaker : undefined;
  }

  #personBefore(sentence: number, at: number, pronoun: PersonPronoun): string | undefined {
    const fits = (name: string): boolean =>
      (this.#pronounOf(name) ?? pronoun) === pronoun && this.#mayBeOnePerson(name);
    const tokens = this.#sentences[sentence]?.tokens ?? [];
    const going = this.#subjects.at(sentence - 1);
    // "When Berg speaks, it has weight, he said": who said it has spoken before
    const isBehind = tokens[at - 1]?.text === ',' || tokens[at - 1]?.kind === 'quotation';
    const goesOn = going?.speaks && going.human && fits(going.speaker) && isBehind;
    if (goesOn) return this.#calls(going.speaker, pronoun);
    const isGoverned = tokens[at]?.lower === 'him';
    const mentions = isGoverned ? [] : this.#mentionsOf.get(sentence);
    const here = mentions?.filter(({ name, phrase }) => {
      const isOwner = OWNED.test(tokens[phrase.last + 1]?.lower ?? '');
      // "Berg, he charged, was wrong": another says so
      const isCharged = phrase.last === at - 2 && tokens[at - 1]?.text === ',';
      return phrase.last < at && !isOwner && !isCharged && this.#people.isLikely(name) && fits(name);
    });
    const lead = leadingSubject(tokens, at);
    const subject = here?.find(
      ({ phrase }) => lead && lead.first <= phrase.first && phrase.last <= lead.last,
    );
    const described =
      subject === undefined && lead && !isBehind ? this.#describedBy(lead, tokens, sentence) : undefined;
    if (described !== undefined && fits(described)) return this.#calls(described, pronoun);
    const resumed = isBehind && going?.human && fits(going.speaker) ? going.speaker : undefined;
    const found = subject?.name ?? resumed ?? here?.[0]?.name ?? this.#humanBefore(sentence, fits);
    return found === undefined ? undefined : this.#calls(found, pronoun);
  }

  /** "The president-elect would meet Berg to end what he called “…”": whom the office means that opens the sentence. */
  #describedBy(lead: NounPhrase, tokens: readonly Token[], sentence: number): string | undefined {
    if (tokens[lead.first]?.lower !== 'the' || !isOffice(tokens[lead.last]?.lower ?? '')) return undefined;
    const speaker = this.resolve(sentence, lead);
    return this.#people.isKnown(speaker) ? speaker : undefined;
  }

  #calls(name: string, pronoun: PersonPronoun): string {
    this.#pronouns.set(name, pronoun);
    return name;
  }

  #pronounOf(name: string): PersonPronoun | undefined {
    return this.#lexicon.pronouns.get(name) ?? this.#pronouns.get(name) ?? pronounOf(name);
  }

  /** Whether "he" or "she" can mean a speaker: no group, no body, no document. */
  #mayBeOnePerson(speaker: string): boolean {
    if (this.#people.isLikely(speaker)) return true;
    const described = this.#descriptions.headOf(speaker);
    if (described !== undefined) return ROLE_NOUNS.has(described) || /year-olds?$/.test(described);
    if (this.#lexicon.places.has(phraseKey(speaker)) || COUNTRIES.has(speaker)) return false;
    return !/^\p{Lu}{2,}/u.test(speaker) && !NEVER_NAMES.has(speaker.split(' ').at(-1)?.toLowerCase() ?? '');
  }

  #humanBefore(sentence: number, fits: (name: string) => boolean): string | undefined {
    return this.#humanSubjectBefore(sentence, fits) ?? this.#singleNameBefore(sentence);
  }

  /** The nearest human subject, or a person who is named otherwise in the same paragraph or not far before. */
  #humanSubjectBefore(sentence: number, fits: (name: string) => boolean): string | undefined {
    let fallback: string | undefined;
    for (let back = sentence - 1; back >= 0 && back >= sentence - PRONOUN_REACH; back -= 1) {
      const subject = this.#subjects.at(back);
      if (subject?.human && fits(subject.speaker)) return subject.speaker;
      if (fallback !== undefined) continue;
      fallback = this.#mentionsOf.get(back)?.find((mention) => {
        return this.#isSpokenOf(mention) && fits(mention.name);
      })?.name;
      const isNear = this.#sentences[back]?.paragraph === this.#sentences[sentence]?.paragraph;
      if (fallback !== undefined && isNear) return fallback;
    }
    return fallback;
  }

  /** A person, or what may be one and is more than the place or the party of somebody's doing: "from …", "at …". */
  #isSpokenOf({ name, sentence, phrase }: NameMention): boolean {
    const before = this.#sentences[sentence]?.tokens[phrase.first - 1]?.lower ?? '';
    return (
      this.#people.isKnown(name) || (this.#people.isLikely(name) && !/^(?:at|from|of|than|to)$/.test(before))
    );
  }

  /** "Hanna was nineteen. She …": a single name that opens the sentence before is taken for a person. */
  #singleNameBefore(sentence: number): string | undefined {
    const tokens = this.#sentences[sentence - 1]?.tokens ?? [];
    const mention = this.#mentionsOf.get(sentence - 1)?.find(({ phrase }) => phrase.first === 0);
    if (mention === undefined || tokens[mention.phrase.last + 1]?.kind !== 'word') return undefined;
    return mention.name;
  }

  /** The nearest subject that is no person; within the sentence only a name can be one. */
  #bodyBefore(sentence: number, at: number): string | undefined {
    const here = this.#mentionsOf.get(sentence)?.find(({ phrase }) => phrase.last < at);
    if (here !== undefined && !this.#people.isKnown(here.name)) return here.name;
    for (let back = sentence - 1; back >= 0 && back >= sentence - PRONOUN_REACH; back -= 1) {
      const subject = this.#subjects.at(back);
      if (subject !== undefined && !this.#isOnePerson(subject)) return subject.speaker;
    }
    return undefined;
  }

  /** Whether the article says of a subject that it is a person; a name alone may be a firm's. */
  #isOnePerson({ speaker, human }: Subject): boolean {
    if (this.#people.isLikely(speaker) || this.#pronouns.has(speaker)) return true;
    return human && this.#descriptions.isRole(speaker);
  }

  #resolveDescription(words: readonly Token[], sentence: number): string {
    const text = joined(withoutArticle(words));
    const head = headNoun(words);
    if (NO_SPEAKER.test(head)) return UNKNOWN_SPEAKER;
    const isIndefinite = /^(?:a|an|one|another|some|several|many|two|three)$/.test(words[0]?.lower ?? '');
    if (isIndefinite) {
      this.#pronouns.delete(text);
      this.#descriptions.remember(head, text, sentence);
      return text;
    }
    if (DOCUMENT_NOUNS.has(head) && words.length === 2) return this.#subjects.near(sentence)?.speaker ?? text;
    const office = this.#lexicon.offices.get(phraseKey(text));
    const holder = isRole(head)
      ? this.#holders.of(words, sentence, () => this.#humanBefore(sentence, () => true))
      : undefined;
    const brought = this.#descriptions.introducedAs(head, words);
    const introduced = office ?? brought?.text;
    // "the prime minister's spokesperson said … the spokesperson added", after another who is named
    const named = holder === undefined ? -1 : lastNamed(this.#people, holder, sentence);
    const isLater = SPOKESPERSONS.has(head) && brought !== undefined && brought.sentence > named;
    const known = named >= 0 && !isLater ? holder : (introduced ?? holder);
    if (known !== undefined) return known;
    const vague = isVagueDescription(words)
      ? (this.#descriptions.broughtIn(head, sentence) ?? this.#officialBefore(sentence))
      : undefined;
    const plain = isPlainDescription(words) ? this.#describedBefore(words, head, sentence) : undefined;
    const subject = vague ?? plain ?? (tellsMore(words) ? this.#goesOn(sentence) : undefined);
    if (subject !== undefined) return subject;
    this.#descriptions.remember(head, text, sentence);
    return text || UNKNOWN_SPEAKER;
  }

  /** Whom "the detective superintendent" takes up: the person spoken of, unless his own title is another. */
  #describedBefore(words: readonly Token[], head: string, sentence: number): string | undefined {
    const isOfOffice = isOffice(head) && !PARTY_WORDS.has(head);
    const fits = (name: string) => this.#mayBeOnePerson(name) && (!isOfOffice || this.#people.isLikely(name));
    const subject = this.#humanBefore(sentence, fits);
    const roles = subject === undefined ? undefined : this.#people.roles.get(subject);
    if (roles !== undefined && isOfAnotherParty(words, roles)) return undefined;
    if (!isOfOffice || roles === undefined || fitsRole(head, roles)) return subject;
    return [...roles].some(isOffice) ? undefined : subject;
  }

  /** Who spoke in the sentence before, in the same paragraph. */
  #goesOn(sentence: number): string | undefined {
    const before = this.#subjects.at(sentence - 1);
    const isNear = this.#sentences[sentence - 1]?.paragraph === this.#sentences[sentence]?.paragraph;
    return isNear && before?.speaks && before.human && this.#people.isLikely(before.speaker)
      ? before.speaker
      : undefined;
  }

  /** "the official", where none was brought in before: the person spoken of, if he or she has a title. */
  #officialBefore(sentence: number): string | undefined {
    return this.#humanSubjectBefore(sentence, (name) => {
      const roles = this.#people.roles.get(name) ?? [];
      return this.#people.isLikely(name) && [...roles].some(isOffice);
    });
  }
}
