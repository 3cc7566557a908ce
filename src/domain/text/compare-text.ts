/** Orders by code unit: the same on every machine, whatever its locale. For `sort`. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
