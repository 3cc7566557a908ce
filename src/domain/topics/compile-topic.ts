import { readyModel } from '../clues/clue-model.ts';
import { buildPhraseTable } from '../text/phrase-table.ts';
import { buildGate } from './gate.ts';
import type { Label, Organisation, Person, Role, Topic } from './topic.ts';
import type { TopicPack } from './topic-pack.ts';
import type { Hundredths, TopicReaders } from './topic-readers.ts';

type LabelledPhrase = readonly [pattern: string, label: Label];

/** Turns a checked pack and its readers into tables. Takes a tenth of a second and more; keep the result. */
export function compileTopic(pack: TopicPack, readers: TopicReaders): Topic {
  const { topic } = pack;
  const roles = new Map<string, Role>(
    pack.roles.roles.map(({ role, type, decides }) => [role, { role, type, decides }]),
  );
  const people = peopleOf(pack, roles);
  return {
    id: topic.id,
    title: topic.title,
    recipient: topic.recipient,
    adversary: topic.adversary,
    ownersAreSuppliers: topic.ownersAreSuppliers,
    notDeciders: new Set(topic.notDeciders),
    bodies: new Set(topic.bodies),
    genericObject: topic.genericObject,
    objectNames: new Set([...pack.objects.named, ...pack.objects.phrases].map(({ name }) => name)),
    defaultScopeGeo: topic.defaultScopeGeo,
    defaultScopeTarget: topic.defaultScopeTarget,
    geoRanks: new Map(pack.places.rules.map(({ geo }, rank) => [geo, rank])),
    labels: buildPhraseTable([...actorPhrases(pack, people), ...subjectPhrases(pack)]),
    givers: topic.ownersAreSuppliers ? pack.groups.groups.find(({ gives }) => gives) : undefined,
    people,
    pronouns: new Map(people.map(({ name, pronoun }) => [name, pronoun])),
    personByName: new Map(people.toReversed().map((person) => [person.name, person])),
    peopleByCountry: Map.groupBy(people, ({ country }) => country),
    organisations: organisationsOf(pack),
    ledByPresident: new Set(
      pack.countries.countries.filter(({ ledBy }) => ledBy === 'president').map(({ code }) => code),
    ),
    countryNames: new Map(pack.countries.countries.map(({ code, name }) => [code, name])),
    countryWords: new Map(
      pack.countries.countries.map(({ code, names, demonyms }) => [code, [...names, ...demonyms]]),
    ),
    capitals: pack.countries.countries.flatMap(({ capitals }) => capitals),
    roles,
    secondReader: readerOf(readers['second-reader']),
    relevanceReader: readerOf(readers['relevance-reader']),
    scopeReader: readerOf(readers['scope-reader']),
    weaponReader: readerOf(readers['weapon-reader']),
    statusReader: readerOf(readers['status-reader']),
    confidenceReader: readerOf(readers['confidence-reader']),
    gate: buildGate(topic.gate),
    gateWords: topic.gate,
  };
}

/** A reader as its file has it, with the weights as an object's properties, in hundredths. */
interface ReaderFile {
  readonly verdicts: readonly string[];
  readonly bias: readonly number[];
  readonly hundredths: Hundredths;
}

function readerOf<File extends ReaderFile>(file: File | undefined) {
  if (file === undefined) return undefined;
  const { hundredths, ...model } = file;
  return readyModel({ ...model, weights: Object.entries(hundredths) }, 100);
}

function organisationsOf(pack: TopicPack): Organisation[] {
  return pack.organisations.organisations.map(({ names, ...organisation }) => ({
    ...organisation,
    aliases: names,
  }));
}

function peopleOf(pack: TopicPack, roles: ReadonlyMap<string, Role>): Person[] {
  return pack.people.people.map(({ name, pronoun, aliases, country, terms }) => ({
    name,
    pronoun,
    aliases,
    country,
    terms: terms.flatMap(({ role, from, to }) => {
      const known = roles.get(role);
      return known ? [{ role: known, from, to }] : [];
    }),
  }));
}

function actorPhrases(pack: TopicPack, people: readonly Person[]): LabelledPhrase[] {
  return [
    ...pack.countries.countries.flatMap(({ code, name, names, demonyms, capitals }) => [
      ...names.map((pattern): LabelledPhrase => [pattern, { kind: 'country', code, name, form: 'name' }]),
      ...demonyms.map(
        (pattern): LabelledPhrase => [pattern, { kind: 'country', code, name, form: 'demonym' }],
      ),
      ...capitals.map(
        (pattern): LabelledPhrase => [pattern, { kind: 'country', code, name, form: 'capital' }],
      ),
    ]),
    ...organisationsOf(pack).flatMap((organisation) =>
      organisation.aliases.map(
        (pattern): LabelledPhrase => [pattern, { kind: 'organisation', organisation }],
      ),
    ),
    ...pack.roles.roles.flatMap(({ patterns, ...role }) =>
      patterns.map((pattern): LabelledPhrase => [pattern, { kind: 'role', role }]),
    ),
    ...pack.groups.groups.flatMap(({ name, country, patterns }) =>
      patterns.map((pattern): LabelledPhrase => [pattern, { kind: 'group', name, code: country }]),
    ),
    ...namesOfPeople(pack, people),
  ];
}

/** Two people may share a surname, and one may have served two employers: the label holds all who bear the name. */
function namesOfPeople(pack: TopicPack, people: readonly Person[]): LabelledPhrase[] {
  const bearers = new Map<string, Person[]>();
  for (const [index, { aliases }] of pack.people.people.entries()) {
    const person = people[index];
    for (const alias of person ? aliases : []) {
      bearers.set(alias, [...(bearers.get(alias) ?? []), ...(person ? [person] : [])]);
    }
  }
  return [...bearers].map(([alias, named]) => [alias, { kind: 'person', people: named }]);
}

function subjectPhrases(pack: TopicPack): LabelledPhrase[] {
  const { objects, places, cues } = pack;
  return [
    ...objects.named.flatMap(({ patterns, ...object }) =>
      label(patterns, { kind: 'object', object: { ...object, isNamed: true, isOther: false } }),
    ),
    ...objects.phrases.flatMap(({ patterns, ...object }) =>
      label(patterns, {
        kind: 'object',
        object: { ...object, isNamed: false, isOther: false, suppliers: [] },
      }),
    ),
    ...label(objects.others, {
      kind: 'object',
      object: { name: 'other', class: 'other', isNamed: false, isOther: true, suppliers: [] },
    }),
    ...label(objects.suppliedMarks, { kind: 'supplied' }),
    ...label(places.theatre, { kind: 'theatre' }),
    ...places.rules.flatMap(({ geo, isPartial = false, patterns }, rank) =>
      label(patterns, { kind: 'geo', geo, rank, isPartial }),
    ),
    ...label(places.elsewhere, { kind: 'elsewhere' }),
    ...places.targets.flatMap(({ target, patterns }) => label(patterns, { kind: 'target', target })),
    ...places.conditions.flatMap(({ condition, patterns }) =>
      label(patterns, { kind: 'condition', condition }),
    ),
    ...cues.cues.flatMap(({ kind, patterns }) => label(patterns, { kind: 'cue', cue: kind })),
    ...cues.vetoes.flatMap(({ why, patterns }) => label(patterns, { kind: 'veto', why })),
  ];
}

function label(patterns: readonly string[], value: Label): LabelledPhrase[] {
  return patterns.map((pattern) => [pattern, value]);
}
