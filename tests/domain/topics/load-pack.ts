import { readdirSync, readFileSync } from 'node:fs';
import { loadTopicReaders } from '../../../src/config/load.ts';
import { compileTopic } from '../../../src/domain/topics/compile-topic.ts';
import type { Topic } from '../../../src/domain/topics/topic.ts';
import { parseTopicPack, type TopicPack } from '../../../src/domain/topics/topic-pack.ts';

const CONFIG = new URL('../../../config/', import.meta.url);

/** The parsed files that people wrote of a shipped topic, by file name. */
export function packFiles(id: string): Record<string, unknown> {
  return filesIn(new URL(`topics/${id}/`, CONFIG));
}

/** The files of the readers of a shipped topic that has some, by name. */
export function readerTexts(id: string): Record<string, string> {
  const folder = new URL(`topics/${id}/readers/`, CONFIG);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
}

function filesIn(folder: URL): Record<string, unknown> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]),
  );
}

export function loadPack(id: string): TopicPack {
  return parseTopicPack(packFiles(id));
}

function compiledOf(id: string): Topic {
  const pack = loadPack(id);
  return compileTopic(pack, loadTopicReaders(CONFIG.pathname, pack));
}

const compiled = new Map<string, Topic>();

/** A shipped topic, compiled once for all tests of a file. */
export function loadTopic(id: string): Topic {
  const known = compiled.get(id) ?? compiledOf(id);
  compiled.set(id, known);
  return known;
}
