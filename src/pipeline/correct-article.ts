import { mergeOverrides, type Override } from '../domain/corrections/override.ts';
import type { AuditLog, OverrideStore } from './operation-ports.ts';
import type { CorrectionStore, DigestStore } from './ports.ts';
import { type RereadDeps, type Rereading, rereadArticle } from './reread-article.ts';
import { type WriteDeps, writeRereading } from './write-rereading.ts';

export interface CorrectDeps extends RereadDeps, WriteDeps {
  readonly overrides: OverrideStore;
  readonly archive: RereadDeps['archive'] & WriteDeps['archive'];
  readonly corrections: Pick<CorrectionStore, 'add'>;
  readonly digests: Pick<DigestStore, 'findPrevious'>;
  readonly audit: AuditLog;
}

export interface CorrectionRequest extends Omit<Override, 'at'> {
  /** ISO 8601 UTC. */
  readonly now: string;
}

export type Corrected = Extract<Rereading, { kind: 'read' }>;

export class CorrectionError extends Error {
  override readonly name = 'CorrectionError';
}

/**
 * Puts an article right by a person's word, which is kept and stands above the rules at every later reading. The next digest
 * says what was wrong. The word is saved first: whatever a crash leaves undone, the same command or a replay does.
 *
 * @throws CorrectionError when there is no such article, or nothing is left to read it from
 */
export async function correctArticle(request: CorrectionRequest, deps: CorrectDeps): Promise<Corrected> {
  const { articleId, topic, now, by, because } = request;
  const known = await deps.known.find(articleId);
  if (!known) throw new CorrectionError(`there is no article ${articleId}`);
  const strange = request.without.filter((id) => !known.positionIds.includes(`${topic}/${id}`));
  if (strange.length > 0) throw new CorrectionError(`the article holds no position ${strange.join(', ')}`);

  await deps.overrides.save(await mergedOverride(request, deps));
  const reread = await rereadArticle({ articleId }, known.text ? 'classify' : 'extract', now, deps);
  if (reread.kind === 'unreadable')
    throw new CorrectionError(`the article cannot be read again: ${reread.why}`);
  await writeRereading(reread, now, deps);
  await deps.corrections.add(await tellCorrection(request, reread, deps));
  const { relevance, without } = request;
  await deps.audit.record({
    at: now,
    by,
    act: 'correct',
    details: { articleId, topic, relevance, without, because },
  });
  return reread;
}

async function mergedOverride(
  { articleId, topic, relevance, without, because, by, now }: CorrectionRequest,
  deps: CorrectDeps,
): Promise<Override> {
  const earlier = (await deps.overrides.listOf(articleId)).find((each) => each.topic === topic);
  return mergeOverrides(earlier, { articleId, topic, relevance, without, because, by, at: now });
}

const WORDS = {
  relevant: 'relevant',
  mention: 'a passing mention',
  'off-topic': 'not about the topic',
  unknown: 'unread',
};

/** In the words of a reader, who knows the title and not the id. */
async function tellCorrection(
  { topic, because, now, without }: CorrectionRequest,
  { articleId, url, before, after, stored, known }: Corrected,
  deps: CorrectDeps,
) {
  const toldOn = known?.topics[topic]?.toldOn;
  const title = `“${stored.article.title}” (${stored.publisher})`;
  const struck = without.length > 0 ? `, without ${without.length} of its positions` : '';
  const same = before.outcome === after.outcome ? 'still ' : '';
  return {
    topic,
    correctionId: `${articleId}@${now}`,
    digestDate: toldOn ?? (await newestDigest(topic, now, deps)),
    was: `${title} is ${WORDS[before.outcome]}.`,
    now: `It is ${same}${WORDS[after.outcome]}${struck}: ${because}`,
    url,
  };
}

/** What was never told stands against the newest digest, which left it out or had not come to it. */
async function newestDigest(topic: string, now: string, deps: CorrectDeps): Promise<string> {
  const tomorrow = `${now.slice(0, 10)}~`;
  return (await deps.digests.findPrevious(topic, tomorrow))?.date ?? now.slice(0, 10);
}
