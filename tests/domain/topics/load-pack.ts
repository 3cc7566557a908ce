import { readdirSync, readFileSync } from 'node:fs';
import { compileTopic } from '../../../src/domain/topics/compile-topic.ts';
import type { Topic } from '../../../src/domain/topics/topic.ts';
import { parseTopicPack, type TopicPack } from '../../../src/domain/topics/topic-pack.ts';

const TOPICS = new URL('../../../config/topics/', import.meta.url);

/** The parsed files of a shipped topic, by file name. */
export function packFiles(id: string): Record<string, unknown> {
  const folder = new URL(`${id}/`, TOPICS);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]),
  );
}

export function loadPack(id: string): TopicPack {
  return parseTopicPack(packFiles(id));
}

const compiled = new Map<string, Topic>();

/** A shipped topic, compiled once for all tests of a file. */
export function loadTopic(id: string): Topic {
  const known = compiled.get(id) ?? compileTopic(loadPack(id));
  compiled.set(id, known);
  return known;
}
