import type { Statement } from './find-statements.ts';
import type { ReadSentence } from './read-article.ts';
import type { TokenRange } from './sentence-view.ts';

/** What one sentence states as another takes it over, all of it, with the words that do so: "Berlin followed suit". */
export function takenOver(statement: Statement, read: ReadSentence, { from, to }: TokenRange): Statement {
  return {
    ...statement,
    read,
    clause: { from: 0, to: read.view.tokens.length },
    norm: { ...statement.norm, from, to },
    attitude: undefined,
  };
}
