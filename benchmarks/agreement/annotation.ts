import type { LabelledArticle } from '../../src/domain/evaluation/labelled-article.ts';
import type { Position } from '../../src/domain/positions/position.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { AnnotatedEvent, Annotation } from '../../tests/quality/annotated-again.ts';

/** What the annotation leaves open, and what nothing here is measured by. */
const UNMARKED = {
  actor: '',
  actorType: 'government',
  speaker: 'article',
  decider: true,
  change: 'none',
  supplier: null,
  scopeTarget: 'unspecified',
  scopeConditions: [],
  attribution: 'narration',
  standing: 'announced',
  sourceChain: [],
  confidence: 1,
  also: [],
} as const;

/** An annotation as if a system had understood the article so; its doubtful events are left out. */
export function asUnderstood({ label, events }: Annotation, text: string): Understanding {
  return {
    relevance: label,
    score: label === 'none' ? 0 : 1,
    evidence: [],
    positions: events.filter(({ optional }) => !optional).map((event) => asPosition(event, text)),
    quotes: [],
  };
}

function asPosition({ evidence, ...marked }: AnnotatedEvent, text: string): Position {
  const start = text.indexOf(evidence);
  return { ...UNMARKED, ...marked, evidence: { start, end: start + evidence.length, text: evidence } };
}

/** The article as the annotation would have it labelled; quotations were not marked. */
export function asLabelled({ label, events }: Annotation, article: LabelledArticle): LabelledArticle {
  const marked = events.map((event) => ({ actor: '', scopeTarget: 'unspecified', ...event }));
  return { ...article, label, quotes: [], events: marked };
}
