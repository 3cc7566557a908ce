import { GATE_COLUMNS, type Gate } from '../topics/gate.ts';
import type { Topic } from '../topics/topic.ts';
import { letterClasses, SKIPPED } from './letter-classes.ts';

const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const LONGEST_ENTITY = 34;

/**
 * Whether an article with this text, or a page with this HTML, can be relevant at all: a word of every group of the
 * topic's gate occurs. It is a necessary condition, since `understandArticle` asks it of its own text first.
 *
 * In HTML it sees through tags and comments inside words, entities, soft hyphens, accents and case. What stands in a
 * tag is searched too, by itself, because a bare `<` in a text is no tag. One pass, nothing allocated.
 */
export function couldBeRelevant(text: string, topic: Pick<Topic, 'gate'>): boolean {
  return groupsFound(text, topic.gate) === topic.gate.all;
}

function groupsFound(text: string, gate: Gate): number {
  const { next, groupsAt, all } = gate;
  let state = 0;
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LESS_THAN && opensTag(text, at)) {
      const close = endOfTag(text, at);
      found |= groupsInside(text, at + 1, close, gate);
      at = close;
    } else if (code === AMPERSAND) {
      const entity = readEntity(text, at);
      if (entity.letter !== SKIPPED) state = next[state * GATE_COLUMNS + entity.letter] ?? 0;
      at = entity.end;
    } else {
      const letter = letterClasses[code] ?? 0;
      if (letter === SKIPPED) continue;
      state = next[state * GATE_COLUMNS + letter] ?? 0;
    }
    found |= groupsAt[state] ?? 0;
    if (found === all) return found;
  }
  return found;
}

/** What stands between `<` and `>`, read as plain text. */
function groupsInside(text: string, from: number, to: number, gate: Gate): number {
  let state = 0;
  let found = 0;
  for (let at = from; at < to; at += 1) {
    const letter = letterClasses[text.charCodeAt(at)] ?? 0;
    if (letter === SKIPPED) continue;
    state = gate.next[state * GATE_COLUMNS + letter] ?? 0;
    found |= gate.groupsAt[state] ?? 0;
  }
  return found;
}

/** A tag begins with a letter, a slash, `!` or `?` after the `<` (WHATWG HTML, tokenization). */
function opensTag(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1) | 0x20;
  return (code >= 0x61 && code <= 0x7a) || code === 0x2f || text[at + 1] === '!' || text[at + 1] === '?';
}

/** The position of the `>` that ends the tag or comment, or the end of the text. Quoted attributes may hold `>`. */
function endOfTag(text: string, at: number): number {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close < 0 ? text.length : close + 2;
  }
  for (let index = at + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === GREATER_THAN) return index;
    if (code === 0x3d) index = endOfQuotedValue(text, index);
  }
  return text.length;
}

/** After `=`: the closing quote of the attribute's value, or the `=` itself when the value is not quoted. */
function endOfQuotedValue(text: string, equals: number): number {
  let open = equals + 1;
  while (text[open] === ' ' || text[open] === '\n' || text[open] === '\t' || text[open] === '\r') open += 1;
  const quote = text[open];
  if (quote !== '"' && quote !== "'") return equals;
  const close = text.indexOf(quote, open + 1);
  return close < 0 ? text.length : close;
}

interface Entity {
  readonly letter: number;
  /** Position of the entity's last character. */
  readonly end: number;
}

/** A numeric entity is the character it names; a named one separates words, except the soft hyphen. */
function readEntity(text: string, at: number): Entity {
  const semicolon = text.indexOf(';', at);
  if (semicolon < 0 || semicolon - at > LONGEST_ENTITY) return { letter: 0, end: at };
  const body = text.slice(at + 1, semicolon);
  if (/^#\d+$/.test(body)) return { letter: letterOf(Number(body.slice(1))), end: semicolon };
  if (/^#[xX][\da-fA-F]+$/.test(body))
    return { letter: letterOf(Number.parseInt(body.slice(2), 16)), end: semicolon };
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(body)) return { letter: 0, end: at };
  return {
    letter: /^(?:shy|zwj|zwnj|ZeroWidthSpace|NoBreak)$/.test(body) ? SKIPPED : accented(body),
    end: semicolon,
  };
}

/** `&eacute;` is an e: a letter, then the name of its accent. */
function accented(name: string): number {
  const isAccented =
    /^[A-Za-z](?:acute|grave|circ|uml|tilde|ring|caron|cedil|slash|macr|breve|ogon|dot|strok)$/.test(name);
  return isAccented ? letterOf(name.charCodeAt(0)) : 0;
}

function letterOf(code: number): number {
  return letterClasses[code] ?? 0;
}
