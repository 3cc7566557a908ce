import type { Removal } from '../article.ts';

const MAX_SAMPLE_CHARS = 120;
/** A page may repeat one box a thousand times; a person needs to see a few. */
const MAX_REMOVALS_PER_STEP = 12;

/** Collects what each step took out, within bounds. */
export class RemovalLog {
  private readonly byStep = new Map<string, Removal[]>();

  add(step: string, why: string, text: string): void {
    const sample = text.replace(/\s+/g, ' ').trim().slice(0, MAX_SAMPLE_CHARS);
    if (sample === '') return;
    const removals = this.byStep.get(step) ?? [];
    if (removals.length < MAX_REMOVALS_PER_STEP) removals.push({ step, why, sample });
    this.byStep.set(step, removals);
  }

  /** A log of its own that begins with what is in this one. */
  copy(): RemovalLog {
    const copy = new RemovalLog();
    for (const [step, removals] of this.byStep) copy.byStep.set(step, [...removals]);
    return copy;
  }

  list(): readonly Removal[] {
    return [...this.byStep.values()].flat();
  }
}
