/**
 * Verbs and verb phrases that report speech or writing, sorted by lemma; a list that grows.
 *
 * Origin: the communication classes of VerbNet 3.4 (say-37.7, tell-37.2, talk-37.5, complain-37.8, advise-37.9,
 * judgement-33, manner_speaking-37.3), reduced to those that news texts use with quotations, and enlarged by the
 * cues in this project's labelled articles.
 *
 * One line each: present, third person, past, participle in -ing. `+that` marks verbs whose clause is indirect
 * speech ("said that …", "said …"); without it a verb introduces quotations only. `+beside` marks verbs that count
 * only right beside a quotation, because they mean other things as well ("continued"). `+noun` marks present forms
 * that are nouns too. A word behind a slash must follow the verb, as in "point/out".
 */
const VERB_TABLE = `
accuse accuses accused accusing
acknowledge acknowledges acknowledged acknowledging +that
add adds added adding +that
admit admits admitted admitting +that
advise advises advised advising
affirm affirms affirmed affirming +that
agree agrees agreed agreeing +beside
allege alleges alleged alleging +that
announce announces announced announcing +that
answer answers answered answering +noun
appeal appeals appealed appealing +noun
argue argues argued arguing +that
ask asks asked asking
assert asserts asserted asserting +that
assess assesses assessed assessing +that
assure assures assured assuring
be/adamant is/adamant was/adamant being/adamant +that
be/certain is/certain was/certain being/certain +that
be/convinced is/convinced was/convinced being/convinced +that
be/sure is/sure was/sure being/sure +that
beam beams beamed beaming +noun +beside
begin begins began beginning +beside
believe believes believed believing +that +beside
bemoan bemoans bemoaned bemoaning
blame blames blamed blaming
blast blasts blasted blasting +noun
boast boasts boasted boasting
brand brands branded branding +noun
brush/aside brushes/aside brushed/aside brushing/aside
call calls called calling +noun
caution cautions cautioned cautioning +that +noun
challenge challenges challenged challenging +noun
charge charges charged charging +noun +beside
chuckle chuckles chuckled chuckling
cite cites cited citing
claim claims claimed claiming +that +noun
clarify clarifies clarified clarifying +that
comment comments commented commenting +noun
complain complains complained complaining +that
concede concedes conceded conceding +that
conclude concludes concluded concluding +that
condemn condemns condemned condemning
confess confesses confessed confessing
confide confides confided confiding
confirm confirms confirmed confirming +that
contend contends contended contending +that
continue continues continued continuing +beside
counter counters countered countering +noun
criticise criticises criticised criticising
criticize criticizes criticized criticizing
cry cries cried crying +noun
declare declares declared declaring +that
decry decries decried decrying
defend defends defended defending
demand demands demanded demanding +noun
denounce denounces denounced denouncing
deny denies denied denying
deplore deplores deplored deploring
deride derides derided deriding
describe describes described describing
disagree disagrees disagreed disagreeing
disclose discloses disclosed disclosing +that
dismiss dismisses dismissed dismissing
dub dubs dubbed dubbing
echo echoes echoed echoing
elaborate elaborates elaborated elaborating
emphasise emphasises emphasised emphasising +that
emphasize emphasizes emphasized emphasizing +that
estimate estimates estimated estimating +that +noun
exclaim exclaims exclaimed exclaiming
exhort exhorts exhorted exhorting
expect expects expected expecting +beside
explain explains explained explaining +that
express expresses expressed expressing +noun
fear fears feared fearing +noun +beside
fire/back fires/back fired/back firing/back
forecast forecasts forecast forecasting +that +noun
fume fumes fumed fuming
go/on goes/on went/on going/on +beside
grin grins grinned grinning +noun +beside
groan groans groaned groaning +noun
grumble grumbles grumbled grumbling
hail hails hailed hailing +noun
hint hints hinted hinting +that +noun
hit/back hits/back hit/back hitting/back
imply implies implied implying
indicate indicates indicated indicating +that
inform informs informed informing
insist insists insisted insisting +that
interject interjects interjected interjecting
interrupt interrupts interrupted interrupting
joke jokes joked joking +noun
label labels labelled labelling +noun
lament laments lamented lamenting +noun
laud lauds lauded lauding
laugh laughs laughed laughing +noun +beside
liken likens likened likening
maintain maintains maintained maintaining +that
mention mentions mentioned mentioning +that +noun
mock mocks mocked mocking
murmur murmurs murmured murmuring +noun
mutter mutters muttered muttering
note notes noted noting +that +noun
object objects objected objecting +noun
observe observes observed observing +that
offer offers offered offering +noun +beside
opine opines opined opining
plead pleads pleaded pleading
pledge pledges pledged pledging +noun
point/out points/out pointed/out pointing/out +that
post posts posted posting +noun
praise praises praised praising +noun
predict predicts predicted predicting +that
presents presents presented presenting
press presses pressed pressing +noun +beside
proclaim proclaims proclaimed proclaiming
promise promises promised promising +noun
propose proposes proposed proposing
protest protests protested protesting +noun
put/it puts/it put/it putting/it
question questions questioned questioning +noun
quip quips quipped quipping +noun
rage rages raged raging +noun +beside
react reacts reacted reacting
read reads read reading +noun +beside
reaffirm reaffirms reaffirmed reaffirming +that
reason reasons reasoned reasoning +noun +beside
rebuke rebukes rebuked rebuking +noun
recall recalls recalled recalling +that
reckon reckons reckoned reckoning +that
recommend recommends recommended recommending
recount recounts recounted recounting
refer refers referred referring
reflect reflects reflected reflecting +beside
refuse refuses refused refusing
regret regrets regretted regretting
reiterate reiterates reiterated reiterating +that
reject rejects rejected rejecting
remark remarks remarked remarking +that +noun
remember remembers remembered remembering +beside
remind reminds reminded reminding
repeat repeats repeated repeating +that
reply replies replied replying +that
report reports reported reporting +that +noun
reproach reproaches reproached reproaching +noun
request requests requested requesting +noun
respond responds responded responding +that
retort retorts retorted retorting +that +noun
reveal reveals revealed revealing +that
ridicule ridicules ridiculed ridiculing +noun
say says said saying +that
scoff scoffs scoffed scoffing
shoot/back shoots/back shot/back shooting/back
shout shouts shouted shouting +noun
shrug shrugs shrugged shrugging +noun +beside
sigh sighs sighed sighing +noun +beside
slam slams slammed slamming
smile smiles smiled smiling +noun +beside
snap snaps snapped snapping +noun
speak speaks spoke speaking
specify specifies specified specifying +that
state states stated stating +that +noun
stress stresses stressed stressing +that +noun
suggest suggests suggested suggesting +that
sum/up sums/up summed/up summing/up +noun
summarise summarises summarised summarising
summarize summarizes summarized summarizing
swear swears swore swearing
tell tells told telling
term terms termed terming +noun +beside
testify testifies testified testifying +that
thank thanks thanked thanking
think thinks thought thinking +beside
threaten threatens threatened threatening
thunder thunders thundered thundering
tout touts touted touting
tweet tweets tweeted tweeting +that +noun
underline underlines underlined underlining +that
underscore underscores underscored underscoring +that
urge urges urged urging +noun
vent vents vented venting +noun +beside
voice voices voiced voicing +noun
vow vows vowed vowing +noun
warn warns warned warning +that
welcome welcomes welcomed welcoming +noun
whisper whispers whispered whispering +noun
wonder wonders wondered wondering +noun
write writes wrote writing
`;

/**
 * What a form asks of its subject: any subject ("said"), a plural one ("officials say"), a plural one right before
 * it because the form is a noun as well ("officials claim", "the claim"), or none beside it ("saying").
 */
export type SubjectNeed = 'any' | 'plural' | 'plural-beside' | 'none';

/** One form of a reporting verb. */
export interface VerbForm {
  readonly lemma: string;
  /** Word that must follow it, such as "out" in "point out". */
  readonly particle?: string | undefined;
  readonly subject: SubjectNeed;
  /** Whether a clause after it is indirect speech. */
  readonly takesClause: boolean;
  /** Whether it reports speech only when it stands beside the quotation. */
  readonly onlyBeside: boolean;
  /** Whether its present forms are nouns too: "claim", "claims". */
  readonly isNoun: boolean;
}

/** Forms by lower-case word. A word may belong to several verbs. */
export const VERB_FORMS: ReadonlyMap<string, readonly VerbForm[]> = readTable(VERB_TABLE);

/** What a word has that reports no speech. */
export const NO_FORMS: readonly VerbForm[] = [];

function readTable(table: string): Map<string, VerbForm[]> {
  const forms = new Map<string, VerbForm[]>();
  for (const line of table.trim().split('\n')) {
    const [present = '', third = '', past = '', gerund = '', ...marks] = line.split(' ');
    const lemma = present.replace('/', ' ');
    const isNoun = marks.includes('+noun');
    const verb = {
      lemma,
      takesClause: marks.includes('+that'),
      onlyBeside: marks.includes('+beside'),
      isNoun,
    };
    addForm(forms, past, { ...verb, subject: 'any' });
    addForm(forms, third, { ...verb, subject: 'any' });
    addForm(forms, present, { ...verb, subject: isNoun ? 'plural-beside' : 'plural' });
    addForm(forms, gerund, { ...verb, subject: 'none' });
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
