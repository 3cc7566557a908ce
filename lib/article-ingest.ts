import { Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ProposalsConfig } from '../src/config/schema.ts';
import { QUEUES } from '../src/contract/queues.ts';
import { CaveatFunction } from './caveat-function.ts';
import type { Storage } from './storage.ts';
import { WorkQueue } from './work-queue.ts';

export interface ArticleIngestProps {
  readonly configDir: string;
  readonly storage: Storage;
  readonly proposals: ProposalsConfig;
}

/** Article queue → ingest-article → fold queue → fold-ledger. */
export class ArticleIngest extends Construct {
  readonly articles: WorkQueue;
  readonly folds: WorkQueue;
  readonly ingestArticle: CaveatFunction<'ingest-article'>;
  readonly foldLedger: CaveatFunction<'fold-ledger'>;

  constructor(scope: Construct, id: string, props: ArticleIngestProps) {
    super(scope, id);
    this.articles = new WorkQueue(this, 'Articles', 'article');
    this.folds = new WorkQueue(this, 'Folds', 'fold');
    this.ingestArticle = this.addIngestArticle(props);
    this.foldLedger = this.addFoldLedger(props);
    this.articles.feed(this.ingestArticle);
    this.folds.feed(this.foldLedger);
  }

  private addIngestArticle(props: ArticleIngestProps): CaveatFunction<'ingest-article'> {
    const { configDir, storage, proposals } = props;
    const ingestArticle = new CaveatFunction(this, 'IngestArticle', {
      name: 'ingest-article',
      description: 'Takes a feed item to one recorded outcome',
      timeoutSeconds: QUEUES.article.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.article.memoryMegabytes,
      configDir,
      readsArticles: true,
      environment: {
        TABLE_NAME: storage.table.tableName,
        BUCKET_NAME: storage.bucket.bucketName,
        ARTICLE_QUEUE_URL: this.articles.queue.queueUrl,
        FOLD_QUEUE_URL: this.folds.queue.queueUrl,
      },
    });
    storage.allowRows(ingestArticle, {
      addresses: ['GetItem', 'PutItem'],
      articles: ['BatchWriteItem', 'GetItem', 'PutItem'],
      countries: ['BatchWriteItem'],
      hosts: ['GetItem', 'PutItem', 'UpdateItem'],
      items: ['GetItem', 'PutItem'],
    });
    storage.allowQueries(ingestArticle, 'articles', 'denied');
    storage.allowWriting(ingestArticle, 'pages/', 'texts/');
    this.articles.allowSending(ingestArticle);
    this.folds.allowSending(ingestArticle);
    if (proposals.enabled) this.allowModel(ingestArticle, storage, proposals);
    return ingestArticle;
  }

  /** The one action on the one model, and the row that counts the day's questions. */
  private allowModel(ingestArticle: IGrantable, storage: Storage, { model, region }: ProposalsConfig): void {
    storage.allowRows(ingestArticle, { proposals: ['UpdateItem'] });
    const { partition, region: ownRegion } = Stack.of(this);
    const arn = `arn:${partition}:bedrock:${region ?? ownRegion}::foundation-model/${model}`;
    ingestArticle.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: [arn] }),
    );
  }

  private addFoldLedger({ configDir, storage }: ArticleIngestProps): CaveatFunction<'fold-ledger'> {
    const foldLedger = new CaveatFunction(this, 'FoldLedger', {
      name: 'fold-ledger',
      description: 'Works a country’s ledger rows out from all its positions',
      timeoutSeconds: QUEUES.fold.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.fold.memoryMegabytes,
      configDir,
      environment: { TABLE_NAME: storage.table.tableName },
    });
    storage.allowRows(foldLedger, {
      ledger: ['DeleteItem', 'PutItem'],
      ledgerVersions: ['GetItem', 'PutItem'],
    });
    storage.allowQueries(foldLedger, 'countries', 'ledger');
    return foldLedger;
  }
}
