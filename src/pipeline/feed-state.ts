import type { ParsedFeed } from '../domain/feeds/feed.ts';
import { pollDelaySeconds } from '../domain/feeds/poll-delay.ts';
import type { FeedState } from './ports.ts';
import type { ReturnHints, Validators, WebRefusal } from './web.ts';

interface GoodAnswer {
  readonly now: string;
  readonly answer: {
    readonly kind: 'ok' | 'not-modified';
    readonly validators: Validators;
    readonly hints: ReturnHints;
    readonly movedTo?: string | undefined;
  };
  readonly bodyHash?: string;
  readonly parsed?: ParsedFeed;
  readonly pollEveryMinutes: number;
}
