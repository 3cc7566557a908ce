/** Verbs that report speech, in all forms that news English uses them in. */
export const SPEECH_VERBS: ReadonlySet<string> = wordSet(`
  said says say saying told tells added adds stated states declared declares announced announces confirmed
  confirms explained explains noted notes stressed stresses emphasised emphasized emphasises emphasizes insisted
  insists argued argues claimed claims warned warns wrote writes tweeted posted replied answered responded
  reiterated repeated reaffirmed reaffirms acknowledged admitted conceded recalled remarked commented suggested
  suggests indicated revealed asserted maintained maintains pointed clarified specified underlined affirmed
  assured observed mentioned concluded continued complained criticised criticized denounced condemned urged urges
  hinted signalled signaled charged accused threatened promised vowed denied denies rejected dismissed briefed
  disclosed informed underscored cautioned restated quipped argued believes believed thinks demanded ruled
  guaranteed stipulated stipulates voiced emphasising underlines underscores reminded reminds opined echoed recalls
  describes described summarised summarized summarises summarizes clarifies specifies assures signalling posts
`);

/** Words that turn a statement into its opposite. */
export const NEGATORS: ReadonlySet<string> = wordSet(`
  not never no neither nor none nobody nothing without cannot hardly barely
`);

export const SHOULD_WORDS: ReadonlySet<string> = wordSet('should must ought needs');
export const COULD_WORDS: ReadonlySet<string> = wordSet('could might may');
export const CAN_WORDS: ReadonlySet<string> = wordSet('may can could free able entitled');
/** Forms of "be", before a passive. */
export const BE_WORDS: ReadonlySet<string> = wordSet('be been being is are was were');
export const FUTURE_WORDS: ReadonlySet<string> = wordSet("will would won't shall");

/** Prepositions after which a country is a place or a partner rather than the one who acts. */
export const PREPOSITIONS: ReadonlySet<string> = wordSet(`
  in into inside on onto to of from for with against at near across over within beyond outside between through toward
  towards behind under about around than including like via alongside beside despite following amid besides except unlike
  versus minus regarding concerning per
`);

/** Whether a word, as folded, says no: a negator or a contraction with n't. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word) || word.endsWith("n't");
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
