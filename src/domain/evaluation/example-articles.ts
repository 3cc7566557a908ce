import { splitSentences } from '../text/sentences.ts';
import type { TopicPack } from '../topics/topic-pack.ts';
import type { LabelledArticle } from './labelled-article.ts';

/** A pack's examples of one sentence as labelled articles: what a rule was written for is no chance of the wording. */
export function exampleArticles({ examples, topic }: TopicPack): LabelledArticle[] {
  return examples.examples
    .filter(({ text }) => splitSentences(text).length === 1)
    .map(({ text, publishedAt, relevance, positions }, at) => ({
      id: `example-${at}`,
      title: '',
      text,
      publishedAt,
      label: relevance ?? (positions.length > 0 ? 'core' : 'none'),
      events: positions.map(({ country, action, weapon, scopeGeo }) => ({
        actor: country,
        country,
        action,
        altActions: [],
        weapon: weapon ?? topic.genericObject,
        scopeGeo: scopeGeo ?? topic.defaultScopeGeo,
        scopeTarget: topic.defaultScopeTarget,
        statementDate: null,
        datePrecision: 'open',
        status: 'news',
        evidence: text,
      })),
      quotes: [],
    }));
}
