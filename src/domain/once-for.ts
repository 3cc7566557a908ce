/** Makes a thing of an object at the first asking, and keeps it as long as the object. */
export function onceFor<Given extends object, Made extends object | string>(
  make: (given: Given) => Made,
): (given: Given) => Made {
  const kept = new WeakMap<Given, Made>();
  return (given) => {
    const known = kept.get(given);
    if (known !== undefined) return known;
    const made = make(given);
    kept.set(given, made);
    return made;
  };
}
