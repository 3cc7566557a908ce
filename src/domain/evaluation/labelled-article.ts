import type { ArticleText } from '../articles/article.ts';
import type { Action, Position } from '../positions/position.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Relevance } from '../understanding.ts';

/** An article with what a person found in it, as one line of `fixtures/labelled/*.jsonl`. */
export interface LabelledArticle extends ArticleText {
  readonly label: Relevance;
  /** Only measured, and not looked at while working on rules. */
  readonly heldOut?: boolean | undefined;
  /** Written to look relevant. */
  readonly hard?: boolean | undefined;
  readonly events: readonly LabelledEvent[];
  readonly quotes: readonly Pick<Quote, 'speaker' | 'content'>[];
}

/** Fields that a label may leave out. */
type Unlabelled = 'attribution' | 'change' | 'scopeConditions' | 'speaker' | 'standing' | 'supplier';

/** A position as labelled: evidence is the text of a sentence. */
export interface LabelledEvent
  extends Pick<
      Position,
      | 'actor'
      | 'country'
      | 'action'
      | 'weapon'
      | 'scopeGeo'
      | 'scopeTarget'
      | 'statementDate'
      | 'datePrecision'
      | 'status'
    >,
    Readonly<Partial<{ [Field in Unlabelled]: Position[Field] | undefined }>> {
  readonly altActions: readonly Action[];
  /** Neither rewarded nor punished. */
  readonly optional?: boolean | undefined;
  readonly evidence: string;
}
