import type {
  DecidedBy,
  ExplainedPassage,
  ExplainedPosition,
  ExplainedSetAside,
  Explanation,
  Mark,
} from '../domain/explanation/explanation.ts';
import { INGREDIENTS, type Ingredient } from '../domain/explanation/explanation.ts';
import { describeRule } from '../domain/explanation/reason-words.ts';
import type { Span } from '../domain/positions/position.ts';
import type { Quote } from '../domain/quotes/quote.ts';
import { printable } from './format.ts';
import type { Painter } from './paint.ts';
import { indented, wrapMarked } from './wrap-marked.ts';

const INDENT = '      ';
/** A long list is for a program: `--format json` holds it all. */
const MAX_LISTED = 20;

/** How an article was understood, for a person at a terminal: lines without a break at the end. */
export function printExplanation(explanation: Explanation, painter: Painter, width: number): string[] {
  const { passages, positions, setAside, quotes } = explanation;
  const page: Page = { painter, width };
  const list = <Entry>(
    name: string,
    entries: readonly Entry[],
    linesOf: (entry: Entry, at: number) => string[],
  ) => section(name, entries.length, entries.slice(0, MAX_LISTED).map(linesOf), painter);
  return [
    ...head(explanation, page),
    ...list('Sentences of the topic', passages, (passage) => passageLines(passage, positions, page)),
    ...list('Positions', positions, (position, at) => positionLines(position, at + 1, page)),
    ...list('Set aside', setAside, (each) => setAsideLines(each, page)),
    ...list('Quotes', quotes, (quote) => quoteLines(quote, page)),
  ];
}

interface Page {
  readonly painter: Painter;
  readonly width: number;
}

function head(explanation: Explanation, { painter, width }: Page): string[] {
  const { relevance, score, points, mentionAt, coreAt, title, topic, publishedAt, because } = explanation;
  const bounds = `mention from ${mentionAt}, core from ${coreAt}`;
  return [
    `${painter.relevance(relevance)}, score ${score.toFixed(2)}  ${painter.quiet(`${points.toFixed(1)} points: ${bounds}`)}`,
    ...(title === '' ? [] : wrapMarked(printable(title), [], width).map(painter.heading)),
    painter.quiet(
      `${topic} · ${publishedAt === undefined ? 'no date given: weekdays stay open' : publishedAt}`,
    ),
    because,
  ];
}

function section(
  name: string,
  count: number,
  entries: readonly (readonly string[])[],
  painter: Painter,
): string[] {
  if (count === 0) return ['', painter.quiet(`${name}: none`)];
  const shown = entries.length < count ? `the first ${entries.length} of ${count}` : String(count);
  return ['', painter.heading(`${name} (${shown})`), ...entries.flat()];
}

function passageLines(
  passage: ExplainedPassage,
  positions: readonly ExplainedPosition[],
  page: Page,
): string[] {
  const numbers = positions.flatMap(({ position, merged }, at) =>
    [position.evidence, ...merged].some(({ start }) => start === passage.start) ? [`[${at + 1}]`] : [],
  );
  const facts = [
    passage.topicality,
    passage.isLead ? 'lead' : '',
    passage.isRecalled ? 'recalled' : '',
    numbers.length === 0 ? '' : `→ ${numbers.join(' ')}`,
  ].filter((fact) => fact !== '');
  return [
    ...indented(
      sentenceLines(passage, passage.marks, page),
      INDENT,
      `${passage.points.toFixed(2).padStart(5)} `,
    ),
    ...ingredientLines(passage.marks, facts, page),
  ];
}

/** Nothing read off a text is certain. */
const MOST_SURE = 0.99;

function positionLines(explained: ExplainedPosition, number: number, page: Page): string[] {
  const { position, said, decidedBy, marks, merged } = explained;
  const { country, action, weapon, scopeGeo, confidence } = position;
  const { painter, width } = page;
  const key = painter.quiet(`${country} ${action} ${weapon} ${scopeGeo}`);
  return [
    ...indented(
      wrapMarked(said.join(' · '), [], width - INDENT.length).map(painter.heading),
      INDENT,
      `[${number}]`.padEnd(INDENT.length),
    ),
    `${INDENT}${key}  ${painter.quiet(`confidence ${Math.min(confidence, MOST_SURE).toFixed(2)}, by ${describeRule(decidedBy)}`)}`,
    ...indented(sentenceLines(position.evidence, marks, page), `${INDENT}| `),
    ...merged.flatMap((other) => mergedLines(other, position.evidence, page)),
  ];
}

function mergedLines(other: Span & { decidedBy: DecidedBy }, evidence: Span, page: Page): string[] {
  const rule = page.painter.quiet(`${INDENT}+ the same event, by ${describeRule(other.decidedBy)}`);
  if (other.start === evidence.start) return [rule];
  return [rule, ...indented(sentenceLines(other, [], page), `${INDENT}| `)];
}

function setAsideLines(aside: ExplainedSetAside, page: Page): string[] {
  return [
    ...indented(sentenceLines(aside, aside.marks, page), INDENT, '   -  '),
    ...ingredientLines(
      aside.marks,
      [`${aside.reason}: ${aside.why}`, ...(aside.actor === undefined ? [] : [aside.actor])],
      page,
    ),
  ];
}

function quoteLines({ speaker, form, cue, content }: Quote, { painter, width }: Page): string[] {
  const by = printable(`${speaker} (${form}${cue === '' ? '' : `, “${cue}”`}): `);
  const lines = wrapMarked(
    `${by}${printable(content)}`,
    [{ start: 0, end: by.length, paint: painter.quiet }],
    width - 6,
  );
  return indented(lines, INDENT, '   -  ');
}

function sentenceLines({ start, text }: Span, marks: readonly Mark[], { painter, width }: Page): string[] {
  return wrapMarked(
    printable(text),
    marks.map((mark) => ({
      start: mark.start - start,
      end: mark.end - start,
      paint: (words) => painter.mark(mark.ingredient, words),
    })),
    width - INDENT.length - 2,
  );
}

const INGREDIENT_WORDS: Readonly<Record<Ingredient, string>> = {
  attitude: 'attitude',
  norm: 'norm',
  object: 'what',
  use: 'use',
  place: 'where',
};

/** `norm “allowing” permit · use “return fire” · no place`, then what else is known, in one quiet line or two. */
function ingredientLines(
  marks: readonly Mark[],
  facts: readonly string[],
  { painter, width }: Page,
): string[] {
  const found = INGREDIENTS.flatMap((ingredient) => {
    const own = marks.filter((mark) => mark.ingredient === ingredient);
    const words = own.map(({ text, as }) => `“${printable(text)}”${as === ingredient ? '' : ` ${as}`}`);
    if (words.length > 0) return [`${INGREDIENT_WORDS[ingredient]} ${words.join(', ')}`];
    return ingredient === 'attitude' || ingredient === 'norm' ? [] : [`no ${INGREDIENT_WORDS[ingredient]}`];
  });
  const line = [...facts, ...found].join(' · ');
  return indented(wrapMarked(line, [], width - INDENT.length).map(painter.quiet), INDENT);
}
