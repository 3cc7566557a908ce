import type { PhraseMatch } from '../../text/phrase-table.ts';
import { PREPOSITIONS } from '../../text/reporting-words.ts';
import { isCapitalised, type Token } from '../../text/tokens.ts';
import type { Label } from '../../topics/topic.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { Usage } from './actor-mention.ts';

/** What a mention from token `from` to `to` does in its sentence: acts, is acted on, owns, or is named by a preposition. */
export function usageOf(
  view: SentenceView,
  from: number,
  to: number,
  group: readonly PhraseMatch<Label>[],
): Usage {
  const { tokens } = view;
  if (
    tokens[to]?.word === "'s" ||
    (/^['’]$/.test(tokens[to]?.text ?? '') && tokens[to - 1]?.word.endsWith('s'))
  )
    return RULERS.test(tokens[to + 1]?.word ?? '') ? 'free' : 'possessive';
  const only = group.length === 1 ? group[0]?.value : undefined;
  if (only?.kind === 'country' && isAttributive(only.form, view, to)) return 'possessive';
  if (only?.kind === 'organisation' && isOfOrganisation(tokens, from, to)) return 'possessive';
  const before = beforeArticle(tokens, from);
  if (before === 'by') return 'agent';
  // "Washington, among other capitals, does not let it"
  if ((TOLD.test(before) && !isMeetingBefore(tokens, from)) || before === 'among' || isSummary(tokens, from))
    return 'oblique';
  if (JOINED.test(before) && tokens.slice(to).some(({ word }) => word === 'and' || word === 'in'))
    return 'oblique';
  if (before === 'from' && (isGrant(view, from) || isNeitherNor(tokens, from))) return 'agent';
  if (isStruck(view, from) || isOneOfMany(tokens, from) || isPlaceOf(view, from, to, only?.kind))
    return 'oblique';
  const exampleOf = groupOfExample(tokens, from);
  if (exampleOf !== undefined) return isGoverned(tokens, exampleOf) ? 'oblique' : 'free';
  if (before === 'as' && tokens.slice(Math.max(0, from - 4), from).some(({ word }) => word === 'such'))
    return 'oblique';
  if (isWhatOneWas(tokens, from, group)) return 'oblique';
  if (before === 'with' && isActing(tokens, to)) return 'free';
  if (before === 'of') {
    const noun = tokens.findLastIndex(({ word }, at) => at < from && word === 'of') - 1;
    if (COLLECTIVE.test(tokens[noun]?.word ?? '')) return isGoverned(tokens, noun) ? 'oblique' : 'free';
  }
  return PREPOSITIONS.has(before) ? 'oblique' : 'free';
}

/** Of an organisation, and not itself. */
function isOfOrganisation(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    MEMBER_NOUN.test(tokens[to]?.word ?? '') ||
    (LEADING.test(tokens[from - 1]?.word ?? '') && !tokens[to - 1]?.word.endsWith('s'))
  );
}

/** "Oslo and Rome, all members of the alliance, oppose it": says what those are who act. */
function isSummary(tokens: readonly Token[], from: number): boolean {
  return /^(?:all|both)$/.test(tokens[from - 1]?.word ?? '') && tokens[from - 2]?.text === ',';
}

/** "A group of senators" acts as the senators do. */
const COLLECTIVE =
  /^(?:group|delegation|coalition|majority|handful|number|pair|trio|dozens?|scores|hundreds|most|many|some|several)$/;

/** "Berg was one of the latest Western leaders to call": the group only says what he is. */
function isOneOfMany(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 8), from).map(({ word }) => word);
  if (!before.includes('one') && !before.includes('among')) return false;
  return /\b(?:is|are|was|were|be|been|became|becomes) (?:still |also |now )?(?:one of|among) (?:the|its|several|a|many|\S+ly|-|high|profile|latest|first|few|most|leading|top|senior|other|\s)*$/.test(
    before.join(' ').concat(' '),
  );
}

/** "In Hiroshima, Japan": the state in which a town lies. */
function isPlaceOf(
  { tokens, actorMatches }: SentenceView,
  from: number,
  to: number,
  kind: string | undefined,
): boolean {
  if (kind !== 'country' || tokens[from - 1]?.text !== ',' || !/^[,.]$/.test(tokens[to]?.text ?? ''))
    return false;
  const town = tokens.findLastIndex((token, at) => at < from - 1 && !isCapitalised(token));
  const length = from - 2 - town;
  // "officials of Finland, Canada, and Poland" are of three states
  if (actorMatches.some((match) => match.to === from - 1)) return false;
  return length > 0 && length <= 3 && PREPOSITIONS.has(tokens[town]?.word ?? '');
}

const GROUP_NOUN =
  /^(?:countries|states|nations|allies|partners|governments|capitals|members|powers|donors|others)$/;

/** "Countries like Italy said": the one named as an example does what its group does. Token of the group's noun. */
function groupOfExample(tokens: readonly Token[], from: number): number | undefined {
  const at = tokens[from - 1]?.word === 'the' ? from - 2 : from - 1;
  const isExample =
    tokens[at]?.word === 'like' || (tokens[at]?.word === 'as' && tokens[at - 1]?.word === 'such');
  const before = tokens[at]?.word === 'like' ? at - 1 : at - 2;
  const noun = tokens[before]?.text === ',' ? before - 1 : before;
  return isExample && GROUP_NOUN.test(tokens[noun]?.word ?? '') ? noun : undefined;
}

/** "By some NATO members", "from Western allies": whether a preposition stands before a noun and its adjectives. */
function isGoverned(tokens: readonly Token[], noun: number): boolean {
  const start = tokens.findLastIndex((token, at) => at < noun && !isCapitalised(token));
  const word = beforeArticle(tokens, start + 1);
  return PREPOSITIONS.has(word) || word === 'by';
}

/** "To strike Russia": the one who is struck does nothing. */
function isStruck({ cues, tokens }: SentenceView, from: number): boolean {
  const use = cues.find(({ kind, to }) => kind === 'use' && to === from);
  return (
    use !== undefined &&
    use.to - use.from === 1 &&
    !/^(?:the|an|this|that|any|each|every)$/.test(tokens[use.from - 1]?.word ?? '') &&
    /^(?:strik|hit|attack|target|bomb|shell)/.test(tokens[use.from]?.word ?? '')
  );
}

/** "The top Republican on the committee" is not the party, and senior Republicans are. */
const LEADING = /^(?:top|ranking|leading|senior)$/;

/** "A NATO country" is not NATO. */
const MEMBER_NOUN =
  /^(?:country|countries|state|member|members|ally|power|headquarters|summit|meeting|talks|visit|briefing|move|decision|policy|memo)$/;

/** What belongs to a state in reports about decisions, besides the topic's objects and norms. */
const STATE_NOUN =
  /^(?:policy|policies|position|stance|decision|approval|guidance|officials?|diplomats?|made|supplied|side)$/;

/** "German weapons", "US policy": the country's name or adjective before a noun. */
function isAttributive(form: string, view: SentenceView, to: number): boolean {
  const next = view.tokens[to];
  if (form === 'capital' || next === undefined) return false;
  if (form === 'demonym')
    return (
      /^[\p{L}-]+$/u.test(next.text) &&
      !isListed(view, to) &&
      !view.tokens[to - 1]?.word.endsWith('s') &&
      !isPeople(view.tokens, to)
    );
  const isNoun =
    view.objects.some(({ from }) => from === to) ||
    view.cues.some(({ from, kind }) => from === to && isNormNoun(kind));
  return next.text === '-' || isNoun || STATE_NOUN.test(next.word);
}

/** "The Dutch said", "the French have": a people, and no adjective. */
function isPeople(tokens: readonly Token[], to: number): boolean {
  return (
    tokens[to - 2]?.word === 'the' &&
    PEOPLE.test(tokens[to - 1]?.word ?? '') &&
    PEOPLE_DOES.test(tokens[to]?.word ?? '')
  );
}

/** "The British", "the Chinese", "the Norwegian". */
const PEOPLE = /(?:an|ch|se|sh|ss)$/;

const PEOPLE_DOES =
  /^(?:say|said|told|added|answered|replied|are|were|have|had|do|did|want|wanted|will|would|can|could|may|might|must|should|refuse|refused|agree|agreed|insist|insisted|argue|argued|think|believe|let|made|gave|also|never|too|themselves)$/;

/** "By the French nor by us", "the U.S. and other allies", and not "Slovak and Hungarian politicians". */
function isListed({ tokens, actorMatches }: SentenceView, to: number): boolean {
  if (tokens[to]?.word === 'nor') return true;
  if (!/^(?:and|or)$/.test(tokens[to]?.word ?? '')) return false;
  return !actorMatches.some(
    ({ from, value }) => from === to + 1 && value.kind === 'country' && value.form === 'demonym',
  );
}

function isNormNoun(kind: string): boolean {
  return kind === 'restriction' || kind === 'permission';
}

/** "With officials urging …": what follows is what they do. */
function isActing(tokens: readonly Token[], to: number): boolean {
  return tokens.slice(to, to + 2).some(({ word }) => word.endsWith('ing') && word.length > 5);
}

/** Who is met, told, blamed or given something does not act. */
const TOLD =
  /^(?:met|meets|meeting|visited|visiting|greeted|hosted|accused|accuses|accusing|blamed|blames|blaming|told|tell|tells|telling|informed|assured|reminded|briefed|thanked|between|supply|supplied|supplies|supplying|provide|provided|provides|providing|give|gave|given|gives|giving|send|sent|sends|sending|arm|armed|arming)$/;

/** "I was, as prime minister of Norway, of that opinion". */
function isWhatOneWas(tokens: readonly Token[], from: number, group: readonly PhraseMatch<Label>[]): boolean {
  const at = tokens[from - 1]?.word === 'the' ? from - 2 : from - 1;
  const kinds = group.map(({ value }) => value.kind);
  const isOffice = kinds.includes('role') && !kinds.includes('person');
  return isOffice && tokens[at]?.word === 'as' && tokens[at - 1]?.text === ',';
}

/** "After the meeting Doe said": nobody is met. */
function isMeetingBefore(tokens: readonly Token[], from: number): boolean {
  return (
    tokens[from - 1]?.word === 'meeting' &&
    /^(?:the|a|this|that|their|his|her)$/.test(tokens[from - 2]?.word ?? '')
  );
}

/** "Paris joined Washington and allowed": who is joined is not who now acts. */
const JOINED = /^(?:joined|joining|joins|join|followed|following|follows)$/;

/** "After being given the green light from London". */
function isGrant({ tokens, cues }: SentenceView, from: number): boolean {
  const at = tokens.findLastIndex(({ word }, index) => index < from && word === 'from');
  return cues.some(
    (cue) =>
      (cue.kind === 'permit' || cue.kind === 'permission') &&
      cue.to <= at &&
      at - cue.to <= (GOT.test(tokens[cue.from - 1]?.word ?? '') ? 16 : 0),
  );
}

/** "No limits any longer, neither from the British nor from us". */
function isNeitherNor(tokens: readonly Token[], from: number): boolean {
  const at = tokens.findLastIndex(({ word }, index) => index < from && word === 'from');
  return /^(?:neither|nor)$/.test(tokens[at - 1]?.word ?? '');
}

/** "Gained permission to fire them into Russia from Washington". */
const GOT =
  /^(?:gain|gained|gaining|receive|received|receiving|get|got|getting|obtain|obtained|win|won|secure|secured|had)$/;

const COLLECTIVES =
  /^(?:group|number|handful|dozens|majority|some|many|most|several|one|two|three|members?|ministers|presidents|leaders|heads|chiefs|governments|parliaments|foreign|coalition|pair|trio|head|chief|leader|boss|spokesman|spokeswoman|spokesperson|representative|representatives|officials|lawmakers|diplomats|envoys)$/;

const RULERS = /^(?:government|governments|authorities|leadership|administration|cabinet)$/;

function beforeArticle(tokens: readonly Token[], from: number): string {
  const word = tokens[from - 1]?.word ?? '';
  if (
    /^(?:the|a|an|his|her|its|some|other|several|many|both|mr|mrs|ms|sir|lord|\.|chief|main|biggest|largest|key|closest|backer|supplier|supporter|donor)$/.test(
      word,
    )
  )
    return beforeArticle(tokens, from - 1);
  if (/^(?:counterpart|colleague|predecessor|successor)$/.test(word)) {
    const isOfCountry = isCapitalised(tokens[from - 2]);
    return beforeArticle(tokens, isOfCountry ? from - 2 : from - 1);
  }
  if (word === 'of' && COLLECTIVES.test(tokens[from - 2]?.word ?? '')) return beforeArticle(tokens, from - 2);
  // "the government in Kyiv" is Kyiv's
  if (word === 'in' && RULERS.test(tokens[from - 2]?.word ?? '')) return beforeArticle(tokens, from - 2);
  return word;
}
