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

/** The sentences of the article itself, without pointers to other articles. */
export function bodySentences(sentences: readonly Sentence[]): Sentence[] {
  const body: Sentence[] = [];
  const pointerParagraphs = new Set<number>();
  const teasers = teaserParagraphs(sentences);
  let isInLinkList = false;
  for (const sentence of sentences) {
    if (LINK_LIST.test(sentence.text)) isInLinkList = true;
    else if (isInLinkList && /[.!?]["”’]?$/.test(sentence.text)) isInLinkList = false;
    if (isPointerLine(sentence.text)) pointerParagraphs.add(sentence.paragraph);
    const isPointer =
      isInLinkList ||
      teasers.has(sentence.paragraph) ||
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

/** Whether nothing of the sentence's paragraph was body so far: then a pointer's rest is no body either. */
function startsPointer(sentence: Sentence, body: readonly Sentence[]): boolean {
  return isPointerLine(sentence.text) || body.at(-1)?.paragraph !== sentence.paragraph;
}

function isPointerLine(text: string): boolean {
  return POINTER.test(text) || LABEL.test(text) || LINK_ROW.test(text);
}
