/**
 * What an appeal to readers is made of; each pattern is one kind of cue and counts once, however often it is found.
 * After the appeals that publishers of many countries print under their articles; matched on normalised text.
 */
export const APPEAL_CUES: readonly RegExp[] = [
  // It speaks to the reader.
  /\b(?:you|your|readers like you|dear readers?|unsere leser(?:innen)?|sie|vous|votre|tu|usted|ви|вас|вашої?)\b/,
  // It speaks as the publisher, of the publisher's work.
  /\b(?:our (?:journalism|reporting|reports|work|newsroom|team|website|content|coverage|journalists|mission|community)|we (?:rely|depend|need|do not lock|don't have|keep|ask|believe|are (?:an )?independent)|independent (?:journalism|media|newsroom|outlet)|unabhängigen? journalismus|notre (?:journal|rédaction|travail)|nuestro (?:periodismo|trabajo)|нашу? (?:роботу|редакцію|команд[ауі]))\b/,
  // It asks for something.
  /\b(?:(?:become|becoming) a (?:patron|member|supporter|subscriber)|support us|support our|consider (?:supporting|donating|subscribing|a donation)|donat(?:e|ion|ions)|chip in|join (?:us|our community|the readers)|make a (?:gift|contribution|donation)|subscribe|disabl(?:e|ing) (?:your )?ad ?-?blocker|turn off your ad ?-?blocker|unterstützen sie|spende(?:n)?|soutenez|faites un don|dona(?:r|ción)|apóyanos|підтрима(?:йте|ти)|донат)\b/,
  // It names a small price or a rhythm of paying.
  /\b(?:cup of coffee|price of a coffee|(?:a|each|per|every) month|as little as|any amount|small sums?|what readers give|monthly|pro monat|par mois|al mes|на місяць)\b/,
  // It says what would be lost.
  /\b(?:free (?:for everyone|to read|information|of charge)|open (?:and accessible|to everyone|to all)|without a paywall|no paywall|accessible to every(?:one|body)|everybody should be able|keep(?:s)? (?:it|us) (?:open|free|going|running)|close this page|means a lot|a great deal to us|thank you)\b/,
];
