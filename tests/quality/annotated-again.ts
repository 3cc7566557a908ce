import type { LabelledArticle, LabelledEvent } from '../../src/domain/evaluation/labelled-article.ts';
import type { Relevance } from '../../src/domain/understanding.ts';
import { linesOf } from './labelled-sets.ts';

export type AnnotatedEvent = Pick<
  LabelledEvent,
  'country' | 'action' | 'altActions' | 'weapon' | 'scopeGeo' | 'statementDate' | 'datePrecision' | 'status'
> & { readonly optional: boolean; readonly evidence: string };

/** What a second annotator marked in an article without having seen its labels. */
export interface Annotation {
  readonly id: string;
  /** The folder of fixtures that the article is held out in. */
  readonly set: string;
  readonly label: Relevance;
  readonly events: readonly AnnotatedEvent[];
}

export interface AnnotatedArticle {
  readonly annotation: Annotation;
  /** With its labels. */
  readonly article: LabelledArticle;
}

/** The held-out articles that were annotated a second time. */
export function annotatedAgain(): AnnotatedArticle[] {
  const annotations = linesOf<Annotation>('annotated-again/annotations.jsonl');
  return [...Map.groupBy(annotations, ({ set }) => set)].flatMap(([set, own]) => {
    const articles = new Map(
      linesOf<LabelledArticle>(`${set}/held-out.jsonl`).map((article) => [article.id, article]),
    );
    return own.map((annotation) => {
      const article = articles.get(annotation.id);
      if (!article) throw new RangeError(`fixtures/${set}/held-out.jsonl has no article ${annotation.id}`);
      return { annotation, article };
    });
  });
}
