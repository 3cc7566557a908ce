import { describe, expect, it } from 'vitest';
import { SimulatedClock, systemClock, waitUntil } from '../../local/simulated-clock.ts';

const START = new Date('2024-05-25T06:00:00Z');
const LATER = new Date('2024-05-25T07:00:00Z');

describe('a simulated clock', () => {
  it('stands still until it is moved', async () => {
    const clock = new SimulatedClock(START);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toEqual(START);
    clock.advanceTo(LATER);
    expect(clock.now()).toEqual(LATER);
  });

  it('never goes back', () => {
    const clock = new SimulatedClock(LATER);
    clock.advanceTo(START);
    expect(clock.now()).toEqual(LATER);
  });

  it('is not moved by a change to a date it gave out', () => {
    const clock = new SimulatedClock(START);
    clock.now().setFullYear(1999);
    expect(clock.now()).toEqual(START);
  });

  it('refuses dates that are none', () => {
    const noDate = new Date('soon');
    expect(() => new SimulatedClock(noDate)).toThrow(RangeError);
    expect(() => new SimulatedClock(START).advanceTo(noDate)).toThrow(RangeError);
  });
});

describe('waiting', () => {
  it('moves a simulated clock', async () => {
    const clock = new SimulatedClock(START);
    await waitUntil(clock, LATER);
    expect(clock.now()).toEqual(LATER);
  });

  it('lets the machine’s own clock come to the instant', async () => {
    const instant = new Date(systemClock.now().getTime() + 20);
    await waitUntil(systemClock, instant);
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(instant.getTime() - 1);
  });

  it('for what has passed ends at once', async () => {
    await expect(waitUntil(systemClock, START)).resolves.toBeUndefined();
  });

  it('ends with its signal', async () => {
    const stop = new AbortController();
    stop.abort();
    const nextYear = new Date(systemClock.now().getTime() + 365 * 24 * 3600 * 1000);
    await expect(waitUntil(systemClock, nextYear, stop.signal)).resolves.toBeUndefined();
  });
});
