/**
 * English abbreviations that end in a full stop and are followed by more of the same sentence.
 * Lower case, without the last stop. Origin: the Unicode CLDR suppression list for English (segments/en.xml),
 * with the ranks, months and titles that news style guides print (AP, Reuters).
 */
export const ALWAYS_JOINED: ReadonlySet<string> = wordSet(`
  adm amb brig capt cf cmdr col cpl dr e.g fr ft gen gov hon i.e lt maj messrs mr mrs ms mt mx no nos
  pres prof pvt rep reps rev sen sens sgt st v vol vs
`);

/** Abbreviations that may also close a sentence: joined unless the next word is one that opens sentences. */
export const SOMETIMES_JOINED: ReadonlySet<string> = wordSet(`
  a.m apr approx aug co corp d.c dec e.u est etc feb inc jan jr jul jun ltd mar nov oct p.m sep sept
  sr u.k u.n u.s u.s.a
`);

/** Words that, with a capital, open a new sentence rather than continue a name such as "U.S. President". */
export const SENTENCE_OPENERS: ReadonlySet<string> = wordSet(`
  a according after all also although an and another any as asked at because before both but by during
  earlier even every few for from he her his how however i if in instead it its last later many
  meanwhile most neither no nor not now on once one only others our several she since so some still
  such that the their then there these they this those though to under until we what when where
  whether which while who why with yet you
`);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
