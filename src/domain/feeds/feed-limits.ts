/**
 * How much of one feed document is read. Feeds come from strangers, so time and memory are bounded here
 * rather than by what a publisher happens to send.
 */

/** Bytes beyond this are not looked at. The largest feeds met in the wild stay below 10 MB. */
export const MAX_FEED_BYTES = 16 * 1024 * 1024;

/** Items beyond this are dropped; a feed puts its newest items first. */
export const MAX_ITEMS = 2_000;

/** Elements nested deeper than this are flattened into their ancestor. */
export const MAX_DEPTH = 300;

/** Attributes of one element beyond this are ignored where the element has to be rewritten. */
export const MAX_ATTRIBUTES = 100;

/** Namespaces in force at one place beyond this are not known where the element has to be rewritten. */
export const MAX_NAMESPACES = 64;

/** Names of elements are told apart by this many characters. */
export const MAX_NAME_CHARACTERS = 100;
