/**
 * Forms of English verbs that the spelling rules do not give: base form, then the others.
 * Origin: the irregular verbs of the common school lists that occur in reports about decisions and war.
 */
const IRREGULAR = `
  be is are was were been being am
  become becomes became becoming
  begin begins began begun beginning
  blow blows blew blown blowing
  break breaks broke broken breaking
  bring brings brought bringing
  cancel cancels canceled cancelled canceling cancelling
  channel channels channeled channelled channeling channelling
  choose chooses chose chosen choosing
  come comes came coming
  cut cuts cutting
  deal deals dealt dealing
  do does did done doing
  draw draws drew drawn drawing
  drive drives drove driven driving
  fall falls fell fallen falling
  fight fights fought fighting
  find finds found finding
  fly flies flew flown flying
  forbid forbids forbade forbidden forbidding
  get gets got gotten getting
  give gives gave given giving
  go goes went gone going
  have has had having
  hear hears heard hearing
  hit hits hitting
  hold holds held holding
  keep keeps kept keeping
  lay lays laid laying
  lead leads led leading
  leave leaves left leaving
  let lets letting
  lie lies lay lain lying
  light lights lit lighted lighting
  make makes made making
  mean means meant meaning
  meet meets met meeting
  overcome overcomes overcame overcoming
  overrule overrules overruled overruling
  pay pays paid paying
  put puts putting
  rethink rethinks rethought rethinking
  rise rises rose risen rising
  rule rules ruled ruling
  run runs ran running
  say says said saying
  see sees saw seen seeing
  seek seeks sought seeking
  send sends sent sending
  set sets setting
  shoot shoots shot shooting
  shut shuts shutting
  sign signs signed signing
  signal signals signaled signalled signaling signalling
  speak speaks spoke spoken speaking
  spend spends spent spending
  stand stands stood standing
  steal steals stole stolen stealing
  stick sticks stuck sticking
  strike strikes struck stricken striking
  take takes took taken taking
  tear tears tore torn tearing
  tell tells told telling
  think thinks thought thinking
  throw throws threw thrown throwing
  tie ties tied tying
  understand understands understood understanding
  undo undoes undid undone undoing
  untie unties untied untying
  uphold upholds upheld upholding
  weigh weighs weighed weighing
  withdraw withdraws withdrew withdrawn withdrawing
  withhold withholds withheld withholding
  write writes wrote written writing
`;

const FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  IRREGULAR.trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map((forms) => [forms[0] ?? '', forms]),
);

/** Verbs of two syllables whose last consonant is doubled although the rule for short verbs does not say so. */
const DOUBLING: ReadonlySet<string> = new Set([
  'permit',
  'admit',
  'commit',
  'rebut',
  'defer',
  'deter',
  'control',
]);

/** All forms of a verb: base, third person, past, participle. Regular spelling unless the list above knows better. */
export function inflectVerb(base: string): readonly string[] {
  return FORMS.get(base) ?? [base, thirdPerson(base), `${pastStem(base)}ed`, `${ingStem(base)}ing`];
}

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function pastStem(base: string): string {
  if (base.endsWith('e')) return base.slice(0, -1);
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}i`;
  return doubled(base);
}

function ingStem(base: string): string {
  if (/[^eoy]e$/.test(base)) return base.slice(0, -1);
  return doubled(base);
}

function doubled(base: string): string {
  const isShort = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base);
  return isShort || DOUBLING.has(base) ? base + base.slice(-1) : base;
}
