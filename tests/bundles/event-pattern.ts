/**
 * Whether an event matches a rule's pattern: every field of the pattern lists the values that match, and an event's
 * list matches when one of its values does.
 *
 * @throws Error at a comparison other than equality
 * @see Amazon EventBridge User Guide, "Event patterns"
 */
export function matchesPattern(pattern: object, event: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const given = (event as Record<string, unknown> | undefined)?.[field];
    if (!Array.isArray(wanted)) return matchesPattern(wanted as object, given);
    const values: unknown[] = Array.isArray(given) ? given : [given];
    return wanted.some((each) => {
      if (typeof each === 'object')
        throw new Error(`the comparison ${JSON.stringify(each)} is not known here`);
      return values.includes(each);
    });
  });
}
