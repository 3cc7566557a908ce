import type { PhraseMatch } from '../text/phrase-table.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Label, TopicObject } from '../topics/topic.ts';

/** A range of a sentence's tokens, end exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export interface CueMention extends TokenRange {
  readonly kind: CueKind;
}

export interface ObjectMention extends TokenRange {
  readonly object: TopicObject;
}

export interface GeoMention extends TokenRange {
  readonly geo: string;
  readonly rank: number;
  readonly isPartial: boolean;
}

export interface TargetMention extends TokenRange {
  readonly target: string;
}

export interface ConditionMention extends TokenRange {
  readonly condition: string;
}

/** The labels of a sentence by what they are, each kind in the order of the text. */
export class SentenceLabels {
  readonly cues: CueMention[] = [];
  readonly objects: ObjectMention[] = [];
  readonly geos: GeoMention[] = [];
  /** What looks like a place of the topic, and lies elsewhere. */
  readonly elsewhere: TokenRange[] = [];
  readonly targets: TargetMention[] = [];
  readonly conditions: ConditionMention[] = [];
  readonly supplied: TokenRange[] = [];
  readonly theatres: TokenRange[] = [];
  readonly vetoes: TokenRange[] = [];
  /** Countries, organisations, persons, offices and groups. */
  readonly actors: PhraseMatch<Label>[] = [];

  constructor(matches: readonly PhraseMatch<Label>[]) {
    for (const match of matches) this.#add(match);
  }

  #add(match: PhraseMatch<Label>): void {
    const { from, to, value } = match;
    switch (value.kind) {
      case 'cue':
        this.cues.push({ from, to, kind: value.cue });
        break;
      case 'object':
        this.objects.push({ from, to, object: value.object });
        break;
      case 'geo':
        this.geos.push({ from, to, geo: value.geo, rank: value.rank, isPartial: value.isPartial });
        break;
      case 'target':
        this.targets.push({ from, to, target: value.target });
        break;
      case 'condition':
        this.conditions.push({ from, to, condition: value.condition });
        break;
      case 'elsewhere':
        this.elsewhere.push({ from, to });
        break;
      case 'supplied':
        this.supplied.push({ from, to });
        break;
      case 'theatre':
        this.theatres.push({ from, to });
        break;
      case 'veto':
        this.vetoes.push({ from, to });
        break;
      default:
        this.actors.push(match);
    }
  }
}
