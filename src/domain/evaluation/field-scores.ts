import type { Position } from '../positions/position.ts';
import { isSameSentence } from './action-scores.ts';
import type { LabelledArticle, LabelledEvent } from './labelled-article.ts';
import { type EventMatch, isSameAction } from './match-events.ts';
import { isSameName } from './match-quotes.ts';
import { ratio } from './score.ts';

/** How one field of the positions found agrees with the labels. */
export interface FieldScore {
  readonly field: string;
  /** How many labels say something of the field, be it that the text does not. 0: it is not labelled. */
  readonly of: number;
  /** Share of these, 0 to 1; 1 of nothing. */
  readonly share: number;
  readonly right: number;
  /** The label has it, the position does not. */
  readonly leftOut: number;
  /** The position has it, the label says that the text does not. */
  readonly added: number;
  /** Both have it, and differ. */
  readonly otherwise: number;
}

type Value = string | null | undefined;

interface FieldOf {
  readonly field: string;
  /** Undefined where the label does not say. */
  readonly labelled: (event: LabelledEvent) => Value;
  readonly found: (position: Position) => Value;
  readonly isSame?: (labelled: string, found: string) => boolean;
  /** What stands for "the text does not say". */
  readonly unsaid?: string;
}

const same = (field: keyof LabelledEvent & keyof Position, more: Partial<FieldOf> = {}): FieldOf => ({
  field,
  labelled: (event) => event[field] as Value,
  found: (position) => position[field] as Value,
  ...more,
});

const FIELDS: readonly FieldOf[] = [
  same('actor', { isSame: isSameName }),
  same('speaker', { isSame: isSameName }),
  same('weapon', { unsaid: 'generic' }),
  same('supplier'),
  same('scopeGeo', { unsaid: 'unspecified' }),
  same('scopeTarget', { unsaid: 'unspecified' }),
  {
    field: 'scopeConditions',
    labelled: ({ scopeConditions }) => scopeConditions && listed(scopeConditions),
    found: ({ scopeConditions }) => listed(scopeConditions),
    unsaid: '',
  },
  // Coarser labels give the first day of the time they mean, which is no day that could be found.
  {
    field: 'statementDate (day)',
    labelled: ({ statementDate, datePrecision }) =>
      datePrecision === 'day' ? statementDate : datePrecision === 'open' ? null : undefined,
    found: ({ statementDate }) => statementDate,
  },
  same('datePrecision', { unsaid: 'open' }),
  same('status'),
  same('attribution'),
  same('standing'),
  same('change', { unsaid: 'none' }),
];

/** A field of a position found that is not as labelled. */
export interface FieldMiss {
  readonly field: string;
  readonly labelled: string | null;
  readonly found: string | null;
  readonly evidence: string;
}

/** The fields of one event found that are not as labelled. */
export function missFields({ event, position }: EventMatch): FieldMiss[] {
  return FIELDS.flatMap((field) => {
    const [labelled, found] = [field.labelled(event), field.found(position)];
    const outcome = compare(field, labelled, found);
    if (outcome === 'right' || outcome === 'unlabelled') return [];
    const { text } = position.evidence;
    return [{ field: field.field, labelled: labelled ?? null, found: found ?? null, evidence: text }];
  });
}

/** Scores the fields of the events that were found. */
export function scoreFields(matches: readonly EventMatch[]): FieldScore[] {
  return FIELDS.map((field) =>
    countField(
      field.field,
      matches.map(({ event, position }) => compare(field, field.labelled(event), field.found(position))),
    ),
  );
}

/**
 * Scores the country, which events are matched by: of the labels in whose sentence a position of the right class
 * stands, those where one is of the right country.
 */
export function scoreCountry(
  judged: readonly { readonly labelled: LabelledArticle; readonly positions: readonly Position[] }[],
): FieldScore {
  const outcomes = judged.flatMap(({ labelled, positions }) =>
    labelled.events
      .filter(({ optional }) => !optional)
      .flatMap((event) => {
        const there = positions.filter(
          (position) =>
            isSameAction(event, position) && isSameSentence(event.evidence, position.evidence.text),
        );
        if (there.length === 0) return [];
        return [
          there.some(({ country }) => country === event.country)
            ? ('right' as const)
            : ('otherwise' as const),
        ];
      }),
  );
  return countField('country', outcomes);
}

type Outcome = 'right' | 'leftOut' | 'added' | 'otherwise' | 'unlabelled';

function compare({ isSame, unsaid }: FieldOf, labelled: Value, found: Value): Outcome {
  if (labelled === undefined) return 'unlabelled';
  const isUnsaid = (value: Value) => value === null || value === undefined || value === unsaid;
  if (isUnsaid(labelled)) return isUnsaid(found) ? 'right' : 'added';
  if (isUnsaid(found)) return 'leftOut';
  const isRight = isSame ? isSame(String(labelled), String(found)) : labelled === found;
  return isRight ? 'right' : 'otherwise';
}

function countField(field: string, outcomes: readonly Outcome[]): FieldScore {
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  const of = outcomes.length - count('unlabelled');
  const right = count('right');
  return {
    field,
    of,
    share: ratio(right, of),
    right,
    leftOut: count('leftOut'),
    added: count('added'),
    otherwise: count('otherwise'),
  };
}

function listed(conditions: readonly string[]): string {
  return [...conditions].sort().join(', ');
}
