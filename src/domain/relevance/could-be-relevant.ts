import { GATE_COLUMNS, type Gate } from '../topics/gate.ts';
import type { Topic } from '../topics/topic.ts';
import { letterClasses, SKIPPED } from './letter-classes.ts';

const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;

/**
 * Whether an article with this text can be relevant at all: a word of every group of the topic's gate occurs. It is a
 * necessary condition, since `understandArticle` asks it of its own text first. Case, accents, soft hyphens and
 * zero-width marks make no difference. One pass, nothing allocated.
 *
 * For a page's HTML, or a feed's, ask `pageCouldBeRelevant`.
 */
export function couldBeRelevant(text: string, topic: Pick<Topic, 'gate'>): boolean {
  const watch = new GateWatch(topic.gate);
  watch.read(text);
  return watch.isOpen();
}

/** The groups of the gate of which no word occurs: those for which `couldBeRelevant` says no. */
export function missingGateWords(text: string, { gate, gateWords }: Pick<Topic, 'gate' | 'gateWords'>) {
  const watch = new GateWatch(gate);
  watch.read(text);
  return gateWords.filter((_, group) => !watch.hasSeen(group));
}

/** Runs a gate's automaton over pieces of text as if they were one, since a tag may part two letters of a word. */
export class GateWatch {
  private readonly gate: Gate;
  private state = 0;
  private found = 0;

  constructor(gate: Gate) {
    this.gate = gate;
  }

  /** Whether a word of every group was seen. */
  isOpen(): boolean {
    return this.found === this.gate.all;
  }

  /** Whether a word of this group was seen. */
  hasSeen(group: number): boolean {
    return (this.found & (1 << group)) !== 0;
  }

  read(text: string): void {
    for (let at = this.readToMarkup(text, 0); at < text.length; at = this.readToMarkup(text, at + 1)) {
      this.readGap();
    }
  }

  /** Where in which word it is, to return to. */
  place(): number {
    return this.state;
  }

  returnTo(place: number): void {
    this.state = place;
  }

  /** Something that is no letter: no word goes on behind it. */
  readGap(): void {
    this.state = 0;
  }

  /** @returns where it stopped: at a `<` or `&`, or at the end */
  readToMarkup(html: string, from: number): number {
    const { next, groupsAt } = this.gate;
    let { state, found } = this;
    let at = from;
    for (; at < html.length; at += 1) {
      const code = html.charCodeAt(at);
      if (code === LESS_THAN || code === AMPERSAND) break;
      const letter = letterClasses[code] as number;
      if (letter === SKIPPED) continue;
      state = next[state * GATE_COLUMNS + letter] as number;
      found |= groupsAt[state] as number;
    }
    this.state = state;
    this.found = found;
    return at;
  }
}
