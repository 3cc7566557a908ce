import type { Extraction } from '../domain/articles/article.ts';
import type { PreparedPage } from '../domain/articles/prepared-page.ts';
import type { Topic } from '../domain/topics/topic.ts';
import type { DenyStore } from './operation-ports.ts';
import type { Archive, ArticleStore, FoldQueue, HostStore, ItemQueue, ItemStore } from './ports.ts';
import type { ProposalDeps } from './propose-positions.ts';
import type { Web } from './web.ts';

/** What ingest-article needs of the world. */
export interface IngestDeps {
  readonly items: ItemStore;
  readonly articles: ArticleStore;
  readonly hosts: HostStore;
  readonly denied: Pick<DenyStore, 'list'>;
  readonly archive: Pick<Archive, 'savePage' | 'saveText'>;
  readonly web: Web;
  readonly itemQueue: ItemQueue;
  readonly foldQueue: FoldQueue;
  readonly topics: readonly Topic[];
  /** Which rules the topics are read with; see `packVersion`. */
  readonly rulesVersion: string;
  /** Asked for only when a page may be relevant, so that the DOM is not even loaded for the others. */
  readonly extract: (page: PreparedPage) => Promise<Extraction>;
  readonly findPublisher: (feedId: string) => { readonly publisher: string; readonly family: string };
  /** Only where a language model is switched on. */
  readonly proposals?: ProposalDeps | undefined;
  readonly respectRobots: boolean;
  readonly userAgent: string;
}
