import type { Sentence } from '../text/sentences.ts';

/** How lines begin that point to other articles, ask for money, or credit: no part of the body (guideline R1, B5). */
const POINTER =
  /^(?:[»>•*▪→\s-]*)(?:(?:READ|SEE|WATCH|LISTEN)(?: ALSO| MORE|:| NEXT)|(?:Read|See|Watch)(?: also| more|:)|See our|See also|Also (?:read|interesting|in (?:this|the))|Related(?: (?:content|posts?|stories|articles|news|topics))?\b\s*(?::|$)|RELATED|More (?:on|from|in) (?:this|the|our)\b|MORE(?: FROM|:)|More opinion|Most (?:read|popular)|Popular now|What to read next|Next:|You (?:may|might) also|Recommended|Sign up|Subscribe|Follow us|Support us|Advertisement|Photo:|Got a story|Listen:|Editor['’]s picks?|Trending|Tags:|Noticed a mistake|Copyright|©)/;

/** "Elsewhere: …", "From our partners: …": a few words about other news, and a colon. */
const LABEL =
  /^(?:More|Other|Elsewhere|Also|Don['’]t miss|From our|In (?:the|other|today['’]s) news|Top|Latest|Trending|Featured|Just in|Breaking|Popular|Must[- ]read|In brief|Today['’]s)\b[^.!?:]{0,40}:/;

/** Headlines in a row, between bars or dots, as lists of links are printed. */
const LINK_ROW = /^[^.!?]*(?: [|•·] | \/ )[^.!?]*$/;

/** A heading after which only links to other articles follow. */
const LINK_LIST =
  /^(?:More on this story|Related (?:content|posts|stories|articles|topics)|Read (?:also|more)|Most read|What to read next|Recommended|You may also like|Also in the news)\s*:?$/i;

/** How the teaser of another article ends. */
const TEASER_END = /(?:Continue reading|Read (?:more|on)|Full (?:story|article))\s*[»›>→…]*$/i;
/** One such paragraph may be the article's own, cut short; so many are a list. */
const TEASERS = 2;

/** How a sentence of prose ends, or a line that leads to what comes below it. */
const PROSE_END = /[.!?…:;,–—-]["'”’»)\]]*$|["”’»)\]]$/;
/** "Source: the minister at a briefing" says whose words follow, and a list's items are the article's own. */
const OWN_LINE = /^(?:Source\b|[•*▪–—-]|\d)/;
/** Fewer words name a section and hold no position: "Background" says of what follows that it is old. */
const FEWEST_OF_HEADLINE = 4;
const MOST_OF_HEADLINE = 20;
/** In a text of which fewer paragraphs end like prose, a missing full stop says nothing. */
const LEAST_PROSE = 0.6;

/** The sentences of the article itself, without pointers to other articles. */
export function bodySentences(sentences: readonly Sentence[]): Sentence[] {
  const body: Sentence[] = [];
  const pointerParagraphs = new Set<number>();
  const teasers = teaserParagraphs(sentences);
  const headlines = headlineParagraphs(sentences);
  let isInLinkList = false;
  for (const sentence of sentences) {
    if (LINK_LIST.test(sentence.text)) isInLinkList = true;
    else if (isInLinkList && /[.!?]["”’]?$/.test(sentence.text)) isInLinkList = false;
    if (isPointerLine(sentence.text)) pointerParagraphs.add(sentence.paragraph);
    const isPointer =
      isInLinkList ||
      teasers.has(sentence.paragraph) ||
      headlines.has(sentence.paragraph) ||
      (pointerParagraphs.has(sentence.paragraph) && startsPointer(sentence, body));
    if (!isPointer) body.push(sentence);
  }
  return body;
}

/** Paragraphs that tease other articles, where there are several. */
function teaserParagraphs(sentences: readonly Sentence[]): ReadonlySet<number> {
  const teasers = sentences.filter(({ text }) => TEASER_END.test(text)).map(({ paragraph }) => paragraph);
  return new Set(teasers.length >= TEASERS ? teasers : []);
}

/**
 * Paragraphs behind the first that are one short line without an end, and no item of a list that a colon opens:
 * headings of sections and of other articles. What a heading holds its section says again, and more exactly (guideline R2).
 */
function headlineParagraphs(sentences: readonly Sentence[]): ReadonlySet<number> {
  const paragraphs = [...Map.groupBy(sentences, ({ paragraph }) => paragraph).values()];
  const headlines = new Set<number>();
  let unended = 0;
  let isInList = false;
  for (const own of paragraphs) {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    isInList = last.text.endsWith(':') || (isInList && !PROSE_END.test(last.text));
    if (PROSE_END.test(last.text)) continue;
    unended += 1;
    if (first.paragraph > 0 && first === last && !isInList && isHeadline(first.text))
      headlines.add(first.paragraph);
  }
  return unended > paragraphs.length * (1 - LEAST_PROSE) ? new Set() : headlines;
}

function isHeadline(line: string): boolean {
  const { length } = line.split(/\s+/);
  return length >= FEWEST_OF_HEADLINE && length <= MOST_OF_HEADLINE && !OWN_LINE.test(line);
}

/** Whether nothing of the sentence's paragraph was body so far: then a pointer's rest is no body either. */
function startsPointer(sentence: Sentence, body: readonly Sentence[]): boolean {
  return isPointerLine(sentence.text) || body.at(-1)?.paragraph !== sentence.paragraph;
}

function isPointerLine(text: string): boolean {
  return POINTER.test(text) || LABEL.test(text) || LINK_ROW.test(text);
}
