/**
 * Verbs and verb phrases that report speech or writing, sorted by lemma; a list that grows.
 *
 * Origin: the communication classes of VerbNet 3.4 (say-37.7, tell-37.2, talk-37.5, complain-37.8, advise-37.9,
 * judgement-33, manner_speaking-37.3), reduced to those that news texts use with quotations, and enlarged by the
 * cues in this project's labelled articles.
 *
 * One line each: present, third person, past, participle in -ing. `+that` marks verbs whose clause is indirect
 * speech ("said that …", "said …"); without it a verb introduces quotations only. A word behind a slash must
 * follow the verb, as in "point/out".
 */
const VERB_TABLE = `
accuse accuses accused accusing
acknowledge acknowledges acknowledged acknowledging +that
add adds added adding +that
admit admits admitted admitting +that
advise advises advised advising
affirm affirms affirmed affirming +that
agree agrees agreed agreeing
allege alleges alleged alleging +that
announce announces announced announcing +that
answer answers answered answering
appeal appeals appealed appealing
argue argues argued arguing +that
ask asks asked asking
assert asserts asserted asserting +that
assess assesses assessed assessing +that
assure assures assured assuring
believe believes believed believing
blast blasts blasted blasting
boast boasts boasted boasting
call calls called calling
caution cautions cautioned cautioning +that
challenge challenges challenged challenging
chuckle chuckles chuckled chuckling
claim claims claimed claiming +that
clarify clarifies clarified clarifying +that
comment comments commented commenting
complain complains complained complaining +that
concede concedes conceded conceding +that
conclude concludes concluded concluding +that
condemn condemns condemned condemning
confess confesses confessed confessing
confide confides confided confiding
confirm confirms confirmed confirming +that
consider considers considered considering
continue continues continued continuing
counter counters countered countering
criticise criticises criticised criticising
criticize criticizes criticized criticizing
cry cries cried crying
declare declares declared declaring +that
decry decries decried decrying
demand demands demanded demanding
denounce denounces denounced denouncing
deny denies denied denying
deplore deplores deplored deploring
describe describes described describing
disagree disagrees disagreed disagreeing
dismiss dismisses dismissed dismissing
dub dubs dubbed dubbing
echo echoes echoed echoing
elaborate elaborates elaborated elaborating
emphasise emphasises emphasised emphasising +that
emphasize emphasizes emphasized emphasizing +that
estimate estimates estimated estimating +that
exclaim exclaims exclaimed exclaiming
exhort exhorts exhorted exhorting
explain explains explained explaining +that
fire/back fires/back fired/back firing/back
forecast forecasts forecast forecasting +that
fume fumes fumed fuming
go/on goes/on went/on going/on
groan groans groaned groaning
grumble grumbles grumbled grumbling
hail hails hailed hailing
hint hints hinted hinting +that
hit/back hits/back hit/back hitting/back
imply implies implied implying
indicate indicates indicated indicating +that
inform informs informed informing
insist insists insisted insisting +that
interject interjects interjected interjecting
joke jokes joked joking
label labels labelled labelling
lament laments lamented lamenting
laugh laughs laughed laughing
maintain maintains maintained maintaining +that
mention mentions mentioned mentioning +that
mock mocks mocked mocking
murmur murmurs murmured murmuring
mutter mutters muttered muttering
note notes noted noting +that
object objects objected objecting
observe observes observed observing +that
offer offers offered offering
opine opines opined opining
plead pleads pleaded pleading
pledge pledges pledged pledging
point/out points/out pointed/out pointing/out +that
post posts posted posting
praise praises praised praising
predict predicts predicted predicting +that
present presents presented presenting
press presses pressed pressing
promise promises promised promising
propose proposes proposed proposing
protest protests protested protesting
put/it puts/it put/it putting/it
question questions questioned questioning
quip quips quipped quipping
react reacts reacted reacting
read reads read reading
reaffirm reaffirms reaffirmed reaffirming +that
reason reasons reasoned reasoning
recall recalls recalled recalling +that
reckon reckons reckoned reckoning +that
recount recounts recounted recounting
refer refers referred referring
reflect reflects reflected reflecting
refuse refuses refused refusing
regret regrets regretted regretting
reiterate reiterates reiterated reiterating +that
reject rejects rejected rejecting
remark remarks remarked remarking +that
remind reminds reminded reminding
repeat repeats repeated repeating +that
reply replies replied replying +that
report reports reported reporting +that
reproach reproaches reproached reproaching
request requests requested requesting
respond responds responded responding +that
retort retorts retorted retorting +that
reveal reveals revealed revealing +that
say says said saying +that
scoff scoffs scoffed scoffing
shoot/back shoots/back shot/back shooting/back
shout shouts shouted shouting
shrug shrugs shrugged shrugging
sigh sighs sighed sighing
slam slams slammed slamming
smile smiles smiled smiling
snap snaps snapped snapping
speak speaks spoke speaking
specify specifies specified specifying +that
state states stated stating +that
stress stresses stressed stressing +that
suggest suggests suggested suggesting +that
sum/up sums/up summed/up summing/up
summarise summarises summarised summarising
swear swears swore swearing
tell tells told telling
testify testifies testified testifying +that
thank thanks thanked thanking
think thinks thought thinking
threaten threatens threatened threatening
thunder thunders thundered thundering
tweet tweets tweeted tweeting +that
underline underlines underlined underlining +that
underscore underscores underscored underscoring +that
urge urges urged urging
voice voices voiced voicing
vow vows vowed vowing
warn warns warned warning +that
welcome welcomes welcomed welcoming
whisper whispers whispered whispering
wonder wonders wondered wondering
write writes wrote writing
`;

/**
 * What a form asks of its subject: any subject beside it ("said"), a plural one ("officials say"), or none
 * beside it ("saying").
 */
export type SubjectNeed = 'any' | 'plural' | 'none';

/** One form of a reporting verb. */
export interface VerbForm {
  readonly lemma: string;
  /** Word that must follow it, such as "out" in "point out". */
  readonly particle?: string | undefined;
  readonly subject: SubjectNeed;
  /** Whether a clause after it is indirect speech. */
  readonly takesClause: boolean;
}

/** Forms by lower-case word. A word may belong to several verbs. */
export const VERB_FORMS: ReadonlyMap<string, readonly VerbForm[]> = readTable(VERB_TABLE);

function readTable(table: string): Map<string, VerbForm[]> {
  const forms = new Map<string, VerbForm[]>();
  for (const line of table.trim().split('\n')) {
    const takesClause = line.endsWith('+that');
    const [present = '', third = '', past = '', gerund = ''] = line.split(' ');
    const lemma = present.replace('/', ' ');
    addForm(forms, past, { lemma, subject: 'any', takesClause });
    addForm(forms, third, { lemma, subject: 'any', takesClause });
    addForm(forms, present, { lemma, subject: 'plural', takesClause });
    addForm(forms, gerund, { lemma, subject: 'none', takesClause });
  }
  return forms;
}

/** The first form of a lemma wins where two look alike, so that "put it" counts as past. */
function addForm(forms: Map<string, VerbForm[]>, spelling: string, form: VerbForm): void {
  const [word = '', particle] = spelling.split('/');
  const known = forms.get(word) ?? [];
  if (known.some((other) => other.lemma === form.lemma)) return;
  forms.set(word, [...known, { ...form, particle }]);
}
