/**
 * Closed classes of English words that tell where a speaker's name begins and ends. Sorted; origin: the function
 * words of Quirk et al., A Comprehensive Grammar of the English Language (1985), chapters 3, 5, 6, 8 and 9, and
 * for titles and role nouns the style guides of AP, Reuters and the Guardian.
 */

import { PERSON_PRONOUNS } from '../text/person-pronoun.ts';

export const ARTICLES = wordSet('a an another the this that these those one some several many two three');

export const POSSESSIVES = wordSet('her his its my our their your');

export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(PERSON_PRONOUNS);

/** Pronouns that may speak, and whose meaning stands elsewhere. */
export const SPEAKING_PRONOUNS = wordSet('another both he i it one others she some they we who');

export const AUXILIARIES = wordSet(`
  am are aren't be been being can can't could couldn't did didn't do does doesn't don't had hadn't has
  hasn't have haven't is isn't may might must shall should was wasn't were weren't will won't would
  wouldn't having
`);

export const BE_FORMS = wordSet('am are be been being is was were get got');

/** Words that open a clause, so that a subject cannot reach back over them. */
export const CLAUSE_OPENERS = wordSet(`
  although and as because but if nor not once or since so than that though unless until what when where
  whereas whether while why yet
`);

export const RELATIVES = wordSet('which who whom whose that');

export const PREPOSITIONS = wordSet(`
  about above across after against ahead along alongside amid among around at before behind below beside
  between beyond by despite down during except for from in inside into like near of off on onto outside
  over per regarding since through throughout to toward towards under unlike until up upon via with
  within without
`);

/** Words that may stand between a subject and its verb, besides those in -ly. */
export const VERB_COMPANIONS = wordSet(`
  again all already also always earlier elsewhere even ever first fri friday further here instead just later
  meanwhile mon monday never nevertheless nonetheless now often once only previously sat saturday simply
  soon still sun sunday then there thu thursday today tomorrow too tue tuesday twice wed wednesday
  thus yesterday
`);

/** Offices, ranks and forms of address. */
const OFFICES = wordSet(`
  adm admiral air alderman ambassador archbishop assemblyman assemblywoman attorney baron baroness
  bishop brig brigadier canon capt captain cardinal chair chairman chairwoman chancellor chief
  co-founder coach col colonel commander commissioner commodore comrade congressman congresswoman
  constable coroner corporal councillor councilman councilwoman count dame defence defense democrat deputy
  detective diplomat director doctor dr drs elder envoy ex-minister ex-president executive first foreign
  former gen general gov governor imam inspector interior judge justice king lady lawmaker leader
  lieutenant lord lt madam magistrate major marshal mayor messrs minister miss mister monsignor mp mr
  mrs ms nurse officer pastor patriarch pope premier president prime prince princess prof professor
  queen rabbi rapporteur rear rep representative republican rev reverend secretary sen senator sergeant sgt sheikh
  sheriff sir speaker spokesman spokesperson spokeswoman superintendent taoiseach tánaiste
  undersecretary vicar vice
`);

/** What people are to each other; before a name a title too: "mother Anna". */
export const KINSHIP = wordSet(`
  aunt brother cousin dad daughter father grandfather grandmother husband mom mother mum nephew niece
  sister son uncle widow wife
`);

/** Words before a name that are titles and no part of it. */
export const TITLES: ReadonlySet<string> = new Set([...OFFICES, ...KINSHIP]);

/** Words of institutions and places: "Army", "Council", "River" end no person's name. */
export const INSTITUTION_WORDS = wordSet(`
  academy act agency agreement airport alliance arena army assembly association authority award awards
  bank battalion bay board bridge brigade bureau cabinet canal castle cathedral cemetery center central
  centre championship championships church city club college command commission committee company
  conference congress corp corporation corps council country county court cup daily defence defense
  department duma desert district division embassy federal federation festival force forces foreign
  foundation front fund gallery games gate gazette general government grand group guard gulf harbour
  headquarters herald hill holdings hospital house inc institute intelligence interior international
  island islands journal laboratory lake lane league library limited ltd media memorial ministry missile
  missiles monitor mountain mountains municipal museum national navy news oblast observatory ocean
  office organisation organization palace park parliament parliamentary party plan police port post
  premier press prix prize province radio regiment region republic review river road rocket rockets
  royal school sea security senate service societies society squad square stadium staff state states
  station street summit supreme system systems telescope television theater theatre times tower towers
  town treasury treaty tribune trust tunnel union university valley village website wing zoo
`);

/** Days of the week and months. */
export const CALENDAR_WORDS = wordSet(`
  april august december february friday january july june march may monday november october saturday
  september sunday thursday tuesday wednesday
`);

/** ISO 639 codes of languages whose English name is also what their speakers' states are called by: "Danish". */
const LANGUAGE_CODES = `
  be bg bs cs da de el en es et fi fr ga hi hr hu hy it ja ka ko lt lv nl no pl pt ro ru sl sq sr sv tr uk vi zh
`;

/** Names for the people of a country or region that are no names of languages. */
const OTHER_DEMONYMS = wordSet(`
  african american argentine asian australian austrian belgian brazilian british canadian chilean
  colombian cuban egyptian european indian iranian iraqi israeli jordanian kenyan lebanese mexican
  moldovan nigerian nordic pakistani saudi scottish slovak soviet swiss syrian tunisian welsh western
`);

/** Words that have a capital only because they open a sentence or label a line. */
const OPENING_WORDS = wordSet(`
  a about above according across annual addressing advertisement after again against ahead all along also
  although amid among an and another any are around as asked at background be because been before behind
  being below beside besides between beyond both but by commenting could despite details did do does
  down during each earlier either elsewhere even every except few first for from furthermore had has
  have he hence her here him his how however i if in inside instead into is it its just last lately
  later like many maybe me meanwhile might more moreover most much must my near neither nevertheless
  next no nonetheless nor not now of off ok okay on once one only onto or other others otherwise our out
  outside over paying per perhaps photo plus previously quote read recently regarding related replying
  responding second separately several shall she should since so some source speaking still such that
  the their them then there therefore these they third this those though through throughout thus to
  today tomorrow toward towards under unless unlike until up updated upon us via was we well were what
  when where whereas whether which while who whom whose why will with within without would writing yes
  yesterday yet you your
`);

/** What people and things of a country are called: "Danish", "Belgian". */
export const DEMONYMS: ReadonlySet<string> = new Set([...languageNames(LANGUAGE_CODES), ...OTHER_DEMONYMS]);

/** Capitalised words that never belong to a person's name. */
export const NEVER_NAMES: ReadonlySet<string> = new Set([
  ...INSTITUTION_WORDS,
  ...CALENDAR_WORDS,
  ...DEMONYMS,
  ...OPENING_WORDS,
]);

/** English names of languages, from the Unicode CLDR data that the runtime carries. */
function languageNames(codes: string): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return codes
    .trim()
    .split(/\s+/)
    .map((code) => (names.of(code) ?? code).toLowerCase());
}

/** Names of countries that are one word, from the Unicode CLDR data that the runtime carries. */
export const COUNTRIES: ReadonlySet<string> = new Set(countryNames());

function countryNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const known = letters.flatMap((one) => letters.map((other) => names.of(one + other) ?? ''));
  return known.filter((name) => /^\p{Lu}[\p{L}-]+$/u.test(name));
}

/** Particles inside names: Johann von der Aue, Peter De Wit, Ali bin Omar. */
export const NAME_PARTICLES = wordSet(`
  af al av ben bin da das de del della den der di do dos du el ibn la las le los ten ter van von
  y zu zum
`);

/** Letters behind a name that are no part of it: "Anna Berg MP". */
export const POST_NOMINALS = wordSet('cbe jr kc mbe md mep mp msp obe phd qc sr td');

/** Nouns for those who speak without being named; the list decides what an unresolved "the …" may stand for. */
export const ROLE_NOUNS = wordSet(`
  activist actor actress adviser advisor aide ally ambassador analyst archaeologist astronomer athlete
  attaché aunt author barrister biologist bishop boss boxer broker brother businessman businesswoman
  campaigner candidate captain ceo chair chairman chairwoman challenger champion chancellor chemist
  chief clerk climatologist co-author co-founder coach colleague colonel comedian commander commentator
  commissioner conductor conservative congressman congresswoman constable contender coordinator coroner councillor
  counsel cousin critic curator daughter defender delegate deminer democrat dentist deputy detective developer
  diplomat director doctor driver ecologist economist editor educator employee engineer envoy
  epidemiologist evacuee executive expert fan farmer father fighter filmmaker firefighter fisherman
  footballer founder friend general geologist goalkeeper governor guard guitarist head historian husband
  insider inspector interviewer investigator journalist judge justice lawmaker lawyer leader lecturer legislator
  lieutenant magistrate major man manager mayor mechanic member mep midfielder minister monarch mother
  mp musician negotiator neighbor neighbour nurse observer officer official officials ombudsman operator
  opponent organiser organizer owner paramedic partner passenger pastor pathologist patient physician
  physicist physiotherapist pilot planner player pm policeman policewoman politician pontiff premier
  presenter president priest producer professor prosecutor psychologist pundit rapporteur relative
  reporter representative republican researcher resident retiree rival scholar scientist secretary
  senator sergeant serviceman sheriff shopkeeper singer sister skipper soldier son source speaker
  spokesman spokespeople spokesperson spokeswoman staffer star statesman strategist striker student
  superintendent supporter survivor teacher teenager tourist trader trainer treasurer undersecretary
  veteran victim viewer villager virologist volunteer voter whistleblower wife winger witness woman
  worker writer
`);

/** What members of a party are called by, besides its letters. */
export const PARTY_WORDS = wordSet(`
  christian conservative democrat democratic green labour left liberal republican social socialist tory
`);

/** States of the United States, by which their members of Congress are told apart. */
export const US_STATES = wordSet(`
  alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida georgia hampshire
  hawaii idaho illinois indiana iowa jersey kansas kentucky louisiana maine maryland massachusetts mexico michigan
  minnesota mississippi missouri montana nebraska nevada new north ohio oklahoma oregon pennsylvania rhode island
  south tennessee texas utah vermont virginia west wisconsin wyoming york
`);

/** Nouns that stand for somebody's words: "comments from X that …". */
export const SPEECH_NOUNS = wordSet(`
  accusation appeal argument assertion claim claims comment comments complaint formula insistence
  message observation phrase prediction promise remark remarks response statement suggestion verdict vow
  warning warnings words
`);

/** Nouns for what is written down: "the report said" is somebody's report. */
export const DOCUMENT_NOUNS = wordSet(
  'assessment communique declaration document letter memo note readout report resolution statement text update',
);

/** What the press is called by: it tells what others say. */
export const OUTLET_NOUNS = wordSet(
  'agency broadcaster channel daily magazine newspaper outlet paper portal publication website',
);

/** Those who speak for a body. */
export const SPOKESPERSONS = wordSet('spokesman spokesperson spokeswoman');

/** Titles that are one office, by whatever words a text prefers. */
export const OFFICE_SYNONYMS: readonly ReadonlySet<string>[] = [
  SPOKESPERSONS,
  wordSet('commander commander-in-chief'),
  wordSet('chair chairman chairwoman chairperson'),
  wordSet('congressman congresswoman lawmaker legislator mep mp rep representative sen senator'),
  wordSet('pm premier'),
  wordSet('premier prime'),
  wordSet('premier minister'),
  wordSet('defence defense'),
  wordSet('us u.s. american'),
];

/** Offices whose holders are called the leader of a country. */
export const LEADING_OFFICES = wordSet('chancellor premier president prime taoiseach');

/** Nouns that mean the person at the top, which texts exchange freely. */
export const TOP_NOUNS = wordSet('boss chief head leader secretary');

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
