import { styleText } from 'node:util';
import type { Ingredient } from '../domain/explanation/explanation.ts';
import type { Relevance } from '../domain/understanding.ts';

/** How marked text is shown: in colours on a terminal that has them, with signs elsewhere. */
export interface Painter {
  readonly mark: (ingredient: Ingredient, words: string) => string;
  readonly evidence: (words: string) => string;
  readonly relevance: (label: Relevance) => string;
  readonly heading: (text: string) => string;
  /** What matters less. */
  readonly quiet: (text: string) => string;
}

/** `styleText` itself looks whether standard output is a terminal, and at NO_COLOR. */
const hasColours = () => styleText('bold', 'x') !== 'x';

export function choosePainter(isColourful = hasColours()): Painter {
  return isColourful ? COLOURS : SIGNS;
}

type Style = Parameters<typeof styleText>[0];

const style = (format: Style) => (text: string) => styleText(format, text, { validateStream: false });

const INGREDIENT_STYLES: Readonly<Record<Ingredient, Style>> = {
  attitude: ['bold', 'red'],
  norm: ['bold', 'green'],
  object: 'cyan',
  use: 'yellow',
  place: 'magenta',
};

const RELEVANCE_STYLES: Readonly<Record<Relevance, Style>> = {
  core: ['bold', 'green'],
  mention: ['bold', 'yellow'],
  none: ['bold', 'gray'],
};

const COLOURS: Painter = {
  mark: (ingredient, words) => style(INGREDIENT_STYLES[ingredient])(words),
  evidence: style(['bold', 'underline']),
  relevance: (label) => style(RELEVANCE_STYLES[label])(label),
  heading: style('bold'),
  quiet: style('gray'),
};

const SIGNS: Painter = {
  mark: (_ingredient, words) => `*${words}*`,
  evidence: (words) => `*${words}*`,
  relevance: (label) => label,
  heading: (text) => text,
  quiet: (text) => text,
};
