/**
 * Closed classes of English words that tell where a speaker's name begins and ends. Sorted; origin: the function
 * words of Quirk et al., A Comprehensive Grammar of the English Language (1985), chapters 3, 5, 6, 8 and 9, and
 * for titles and role nouns the style guides of AP, Reuters and the Guardian.
 */

export const ARTICLES = wordSet('a an another the this that these those one some several many two three');

export const POSSESSIVES = wordSet('her his its my our their your');

export const PERSON_PRONOUNS = wordSet('he she');

/** Pronouns that may speak, and whose meaning stands elsewhere. */
export const SPEAKING_PRONOUNS = wordSet('another both he i it one others she some they we who');

export const AUXILIARIES = wordSet(`
  am are aren't be been being can can't could couldn't did didn't do does doesn't don't had hadn't has
  hasn't have haven't is isn't may might must shall should was wasn't were weren't will won't would
  wouldn't
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
  again all already also always earlier even ever first fri friday further instead just later
  meanwhile mon monday never nevertheless nonetheless now often once only previously sat saturday simply
  soon still sun sunday then there thu thursday today tomorrow too tue tuesday twice wed wednesday
  yesterday
`);

/** Words before a name that are titles and no part of it. */
export const TITLES = wordSet(`
  adm admiral air alderman ambassador archbishop assemblyman assemblywoman attorney baron baroness
  bishop brig brigadier brother capt captain cardinal chair chairman chairwoman chancellor chief coach
  col colonel commander commissioner comrade congressman congresswoman constable corporal councillor
  councilman councilwoman count dame defence defense deputy detective diplomat director doctor dr elder
  envoy ex-president executive father first foreign former gen general gov governor imam inspector
  interior judge justice king lady lawmaker leader lieutenant lord lt madam major marshal mayor minister
  miss mister mp mr mrs ms nurse officer pastor patriarch pope premier president prime prince princess
  prof professor queen rabbi rapporteur rear rep representative rev reverend secretary sen senator
  sergeant sgt sheikh sheriff sir sister speaker spokesman spokesperson spokeswoman superintendent
  undersecretary vice
`);

/** Words of institutions and places: "Army", "Council", "River" end no person's name. */
const INSTITUTION_WORDS = wordSet(`
  act agency agreement airport alliance army assembly association authority bank board bureau cabinet
  center centre church club college command commission committee company conference congress corp corps
  council country court daily defence defense department embassy federation force forces foreign
  foundation front gazette general government group guard gulf headquarters herald hospital house inc
  institute intelligence interior journal ltd media ministry monitor museum navy news office
  organisation organization parliament party plan police post press radio region republic review river
  road school sea security senate service society staff state states street summit television times
  treasury treaty tribune union university website
`);

const CALENDAR_WORDS = wordSet(`
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
  a according advertisement after also although an and as asked at background before both but by details
  during earlier for from he her his how however i if in it its last later meanwhile more nor not on one
  or our photo quote read related she since so some source speaking still that the their then there
  these they this those though to under until updated we what when where while who why with yet you
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

/** Particles inside names: Johann von der Aue, Peter De Wit, Ali bin Omar. */
export const NAME_PARTICLES = wordSet(`
  af al av ben bin da das de del della den der di do dos du el ibn la las le los ten ter van von
  y zu zum
`);

/** Nouns for those who speak without being named; the list decides what an unresolved "the …" may stand for. */
export const ROLE_NOUNS = wordSet(`
  activist adviser advisor aide ally ambassador analyst attaché boss broker campaigner candidate chair
  chairman chairwoman chancellor chief colleague colonel commander commentator commissioner congressman
  congresswoman critic delegate deminer deputy diplomat director economist engineer envoy executive
  expert fan farmer general governor head historian insider journalist lawmaker lawyer leader legislator
  lieutenant major man manager mayor member mep minister monarch mp negotiator neighbour observer
  officer official officials ombudsman operator owner pilot planner pm policeman politician pontiff
  premier president professor prosecutor rapporteur reporter representative republican researcher
  resident scholar scientist secretary senator soldier source speaker spokesman spokesperson spokeswoman
  staffer statesman strategist teacher trader trainer veteran villager volunteer voter witness woman
  worker
`);

/** Nouns that stand for somebody's words: "comments from X that …". */
export const SPEECH_NOUNS = wordSet(`
  accusation appeal argument assertion claim claims comment comments complaint formula insistence
  message observation phrase prediction promise remark remarks response statement suggestion verdict vow
  warning warnings words
`);

/** Nouns for what is written down: "the report said" is somebody's report. */
export const DOCUMENT_NOUNS = wordSet(
  'assessment communique document letter memo note readout report statement update',
);

/** Nouns that mean the person at the top, which texts exchange freely. */
export const TOP_NOUNS = wordSet('boss chief head leader secretary');

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
