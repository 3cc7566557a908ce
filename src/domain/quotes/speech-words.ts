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
  am are be been being can could did do does had has have is may might must shall should was were will would
  isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
`);

export const BE_FORMS = wordSet('am are be been being is was were get got');

/** Words that open a clause, so that a subject cannot reach back over them. */
export const CLAUSE_OPENERS = wordSet(`
  although and as because but if or nor once since so that than though unless until what when where whereas
  whether while why yet not
`);

export const RELATIVES = wordSet('which who whom whose that');

export const PREPOSITIONS = wordSet(`
  about above across after against ahead along alongside amid among around at before behind below beside between
  beyond by despite down during except for from in inside into like near of off on onto outside over per regarding
  since through throughout to toward towards under until unlike up upon via with within without
`);

/** Words that may stand between a subject and its verb, besides those in -ly. */
export const VERB_COMPANIONS = wordSet(`
  again all also already always earlier even ever first further in-turn instead just later meanwhile never
  nevertheless nonetheless now often once only previously simply soon still then there too today tomorrow
  yesterday twice
  monday tuesday wednesday thursday friday saturday sunday
  mon tue wed thu fri sat sun
`);

/** Words before a name that are titles and no part of it. */
export const TITLES = wordSet(`
  adm admiral air ambassador baron baroness brig brigadier capt captain chair chairman chairwoman chancellor
  chief col colonel commander commissioner corporal congressman congresswoman councillor count dame defence
  defense deputy diplomat director doctor dr envoy executive ex-president father first foreign former gen general
  gov governor interior justice king lady leader lieutenant lt lord madam major marshal mayor minister mister
  miss mp mr mrs ms officer president premier prime prince princess prof professor queen rep representative
  rear rev reverend secretary sen senator sergeant sgt sheikh sheriff sir speaker spokesman spokesperson spokeswoman
  superintendent vice
`);

/** Capitalised words that never belong to a person's name. */
export const NEVER_NAMES = wordSet(`
  act agency agreement airport alliance army assembly association authority bank board bureau cabinet centre center church club college
  command commission committee company conference congress corp corps council country court daily defence defense
  department duma embassy europe europe's federation force forces foreign foundation front gazette general
  government gulf group guard headquarters herald hospital house inc institute intelligence interior journal kremlin ltd media
  museum  ministry monitor nato navy news office organisation organization parliament party pentagon plan police post press
  radio region republic review river road school sea security senate service society staff state states street summit television times
  treasury treaty tribune union university un eu us uk usa website
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  african american asian australian austrian belarusian belgian british bulgarian canadian chinese croatian
  czech danish dutch english estonian european finnish french georgian german greek hungarian indian iranian
  irish israeli italian japanese korean latvian lithuanian moldovan nordic norwegian polish portuguese romanian
  russian scottish serbian slovak slovenian soviet spanish swedish swiss turkish ukrainian welsh western
  a according after also an although as asked at before both but by during earlier for from he her his how however if
  in it its last later meanwhile nor not on one or our she since so some speaking still that the their then there
  these they this those though to under until we what when where while who why with yet you i
  background details quote source updated advertisement photo read related more
`);

/** Particles inside names: Ursula von der Leyen, Alexander De Croo, Mohammed bin Salman. */
export const NAME_PARTICLES = wordSet(`
  af al av ben bin da das de del della den der di do dos du el ibn la las le los of-the ten ter van von y zu zum
`);

/** Nouns for those who speak without being named; the list decides what an unresolved "the …" may stand for. */
export const ROLE_NOUNS = wordSet(`
  activist adviser advisor aide ally ambassador analyst attaché boss broker campaigner candidate chair
  chairman chairwoman chancellor chief colleague colonel commander commissioner commentator congressman
  congresswoman critic delegate deputy deminer diplomat director economist engineer envoy executive expert fan farmer general governor head
  historian insider journalist lawmaker lawyer leader legislator lieutenant major man manager mayor member mep
  minister monarch mp neighbour negotiator observer officer official officials operator ombudsman owner pilot planner pm policeman
  politician pontiff premier president professor prosecutor rapporteur reporter representative republican
  resident researcher scholar scientist secretary senator soldier source speaker spokesman spokesperson
  spokeswoman staffer statesman strategist teacher trader trainer veteran villager volunteer voter witness
  woman worker
`);

/** Nouns that stand for somebody's words: "comments from X that …". */
export const SPEECH_NOUNS = wordSet(`
  accusation appeal argument assertion claim claims comment comments complaint formula insistence message
  observation phrase prediction promise remark remarks response statement suggestion verdict vow warning warnings
  words
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
