import { type ClueGroup, type ClueModel, Judge } from '../clues/clue-model.ts';
import { type ClueSink, putSteps, putterOf, stepsOf } from '../clues/clue-sink.ts';
import type { Relevance } from '../understanding.ts';
import { type Candidate, isTwiceNegated, ruleBehind } from './candidate.ts';
import type { FoundPosition, FoundPositions } from './find-positions.ts';
import type { SecondReading } from './second-reader/second-reading.ts';
import type { SetAside } from './set-aside.ts';

/** Weights that say whether a position that was found is one that a reader would find. */
export interface ConfidenceReaderModel extends ClueModel<'right' | 'wrong'> {
  /** From which probability on that it is right a position is kept, 0 to 1. */
  readonly threshold: number;
}

/** Where a position was found. */
export interface FoundIn {
  readonly relevance: Relevance;
  /** What the second reader makes of the sentences. */
  readonly reading: SecondReading;
}

/** Gives the positions of an article their confidence, and sets those aside that are too improbable. */
export function withConfidence(
  { found, setAside }: FoundPositions,
  relevance: Relevance,
  reading: SecondReading,
  model: ConfidenceReaderModel,
): FoundPositions {
  const kept: FoundPosition[] = [];
  const unsure: SetAside[] = [];
  const judge = new Judge(model);
  const right = model.verdicts.indexOf('right');
  for (const one of found) {
    const confidence = judge.probabilitiesOf(confidenceClues(one, { relevance, reading }))[right] ?? 0;
    const [{ statement, actor }] = one.candidates;
    if (confidence < model.threshold) unsure.push({ statement, actor, reason: 'unsure' });
    else kept.push({ ...one, position: { ...one.position, confidence } });
  }
  return { found: kept, setAside: [...setAside, ...unsure] };
}

/** What a clue counts, however many there are: nearly as many speak of each position. */
const SCALE = 0.25;

/** What speaks for and against a position: how it was found, how often, and by what words of whose. */
export function confidenceClues(found: FoundPosition, where: FoundIn): readonly ClueGroup[] {
  const put = <Place>(sink: ClueSink<Place>) => {
    putReading(sink, found, where);
    putRule(sink, found, where);
    putTelling(sink, found);
  };
  return [{ put, scaleOf: () => SCALE }];
}

/** Probabilities at which a clue more is there. */
const STEPS = stepsOf(0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

/** What the second reader says of the same actor in the same sentence: of this action, of none, of any other. */
function putReading<Place>(
  sink: ClueSink<Place>,
  { candidates, position: { action } }: FoundPosition,
  { reading }: FoundIn,
): void {
  const { verdicts } = reading.model;
  const [first, ...further] = candidates.map((candidate) => reading.probabilitiesFor(candidate));
  if (first === undefined || isTwiceNegated(candidates[0])) {
    sink.put(sink.to(sink.start, 'unread'));
    return;
  }
  const of = (probabilities: readonly number[] | undefined) => probabilities?.[verdicts.indexOf(action)] ?? 0;
  const others = first.filter((_, at) => verdicts[at] !== 'none' && verdicts[at] !== action);
  const put = (what: string, probability: number, ...words: readonly string[]) =>
    putSteps(sink, sink.to(sink.start, what), probability, STEPS, ...words);
  put('read', of(first), sourceOf(candidates[0]));
  put('none', first[verdicts.indexOf('none')] ?? 0);
  put('other', Math.max(...others));
  if (further.length > 0) put('best', Math.max(of(first), ...further.map(of)));
}

/** Who found it first. */
function sourceOf({ secondReader }: Candidate): 'rules' | 'reader' {
  return secondReader === undefined ? 'rules' : 'reader';
}

/** By which rule it was found, of what action of whom, in how much of the topic. */
function putRule<Place>(
  sink: ClueSink<Place>,
  { candidates, position }: FoundPosition,
  { relevance }: FoundIn,
): void {
  const [candidate] = candidates;
  const { statement, party, stance } = candidate;
  const rule = ruleBehind(candidate);
  const source = sourceOf(candidate);
  const sentences = new Set(candidates.map(({ statement: { read } }) => read)).size;
  const put = putterOf(sink);
  put('source', source);
  put('rule', rule, position.action);
  put('norm', `${rule} ${stance?.norm.kind ?? 'none'}`, stance?.attitude ?? 'none');
  put('modality', (stance?.norm ?? statement.norm).modality, source);
  put('action', position.action, source);
  put('by', position.action, party);
  put('party', party);
  put('sentences', String(Math.min(MANY, sentences)), source);
  put('states', statement.topicality);
  put('relevance', relevance, source);
}

/** More sentences are alike. */
const MANY = 4;

/** In whose words and of when it is told, and by whom of a state. */
function putTelling<Place>(
  sink: ClueSink<Place>,
  { candidates: [candidate], position: { status, attribution, actorType, decider } }: FoundPosition,
): void {
  const { mentions } = candidate.statement.read;
  const usage = mentions.find(({ actor }) => actor.country === candidate.actor.country)?.usage ?? 'none';
  const put = putterOf(sink);
  put('usage', usage, sourceOf(candidate));
  put('status', status);
  put('told', attribution);
  put('type', actorType);
  put('decides', String(decider));
}
