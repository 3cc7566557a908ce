import { Construct } from 'constructs';
import { QUEUES } from '../src/contract/queues.ts';
import { CaveatFunction } from './caveat-function.ts';
import { CONFIG_DIR } from './names.ts';
import type { Storage } from './storage.ts';
import { WorkQueue } from './work-queue.ts';

/** Article queue → ingest-article → fold queue → fold-ledger. */
export class ArticleIngest extends Construct {
  readonly articles: WorkQueue;
  readonly folds: WorkQueue;
  readonly ingestArticle: CaveatFunction<'ingest-article'>;
  readonly foldLedger: CaveatFunction<'fold-ledger'>;

  constructor(scope: Construct, id: string, { table, bucket }: Storage) {
    super(scope, id);
    this.articles = new WorkQueue(this, 'Articles', 'article');
    this.folds = new WorkQueue(this, 'Folds', 'fold');

    this.ingestArticle = new CaveatFunction(this, 'IngestArticle', {
      name: 'ingest-article',
      description: 'Takes a feed item to one recorded outcome',
      timeoutSeconds: QUEUES.article.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.article.memoryMegabytes,
      environment: {
        TABLE_NAME: table.tableName,
        CONFIG_DIR,
        BUCKET_NAME: bucket.bucketName,
        ARTICLE_QUEUE_URL: this.articles.queue.queueUrl,
        FOLD_QUEUE_URL: this.folds.queue.queueUrl,
      },
    });
    table.grant(
      this.ingestArticle,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:Query',
      'dynamodb:BatchWriteItem',
    );
    bucket.grantPut(this.ingestArticle, 'pages/*');
    bucket.grantPut(this.ingestArticle, 'texts/*');
    this.articles.queue.grantSendMessages(this.ingestArticle);
    this.folds.queue.grantSendMessages(this.ingestArticle);
    this.articles.feed(this.ingestArticle);

    this.foldLedger = new CaveatFunction(this, 'FoldLedger', {
      name: 'fold-ledger',
      description: 'Works a country’s ledger rows out from all its positions',
      timeoutSeconds: QUEUES.fold.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.fold.memoryMegabytes,
      environment: { TABLE_NAME: table.tableName, CONFIG_DIR },
    });
    table.grant(
      this.foldLedger,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:DeleteItem',
      'dynamodb:Query',
    );
    this.folds.feed(this.foldLedger);
  }
}
