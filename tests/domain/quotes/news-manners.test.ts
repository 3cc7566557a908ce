import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import { EMPTY_LEXICON } from '../../../src/domain/quotes/speaker-lexicon.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly quotes: readonly string[];
}

/** Quotes between marks, as `speaker: content`. */
function told(text: string): string[] {
  return findQuotes(text, EMPTY_LEXICON)
    .filter(({ form }) => form !== 'indirect')
    .map(({ speaker, content }) => `${speaker}: ${content}`);
}

function holds(cases: readonly Case[]): void {
  it.each(cases)('$name', ({ text, quotes }) => {
    expect(told(text)).toEqual(quotes);
  });
}

describe('how tabloids quote', () => {
  holds([
    {
      name: 'single marks over several paragraphs, with plural possessives',
      text: 'Anna Berg told the Ledger: ‘We heard the dogs’ barking.\n\n‘We didn’t go out.\n\n‘Nobody did.’\n\nIt rained.',
      quotes: [
        'Anna Berg: We heard the dogs’ barking.',
        'Anna Berg: We didn’t go out.',
        'Anna Berg: Nobody did.',
      ],
    },
    {
      name: 'straight single marks over several paragraphs',
      text: "Anna Berg said: 'I wasn't there.\n\n'I can't say more.'",
      quotes: ["Anna Berg: I wasn't there.", "Anna Berg: I can't say more."],
    },
    {
      name: 'a paragraph of its own after reported words',
      text: 'Anna Berg said the night would stay with her.\n\n"We saw the smoke and ran."',
      quotes: ['Anna Berg: We saw the smoke and ran.'],
    },
    {
      name: 'a description that takes up the person named before',
      text: 'Max Holm, who led the search, defended it.\n\n"We did what we could," said the detective superintendent.',
      quotes: ['Max Holm: We did what we could,'],
    },
    {
      name: 'two neighbours, one after the other',
      text: 'One neighbour said he was "shocked". Another neighbour said she had slept. "I heard nothing," she said.',
      quotes: ['neighbour: shocked', 'neighbour: I heard nothing,'],
    },
    {
      name: 'kinship before a first name',
      text: 'Anna Berg and her son Nils ran out. Mother Anna said: "It burned."',
      quotes: ['Anna Berg: It burned.'],
    },
  ]);
});

describe('how agencies and analysts quote', () => {
  holds([
    {
      name: 'by whom it was said, before',
      text: 'The crew were praised by harbour master Anna Berg for their "quiet courage".',
      quotes: ['Anna Berg: quiet courage'],
    },
    {
      name: 'by whom it was said, after',
      text: 'The pier was called "a costly ornament" by Anna Berg.',
      quotes: ['Anna Berg: a costly ornament'],
    },
    {
      name: 'a signature behind a dash',
      text: '“We are late, and we know it” — Mayor Anna Berg, arriving at the pier.',
      quotes: ['Anna Berg: We are late, and we know it'],
    },
    {
      name: 'a signature below',
      text: 'The year in words:\n\n“We are late, and we know it.”\n\n– Anna Berg opens the pier in May',
      quotes: ['Anna Berg: We are late, and we know it.'],
    },
    {
      name: 'a heading above',
      text: 'ANNA BERG, ECONOMIST, HARBOUR BANK (OSLO)\n\n"The pier will cost more.\n\n"Much more."',
      quotes: ['ANNA BERG: The pier will cost more.', 'ANNA BERG: Much more.'],
    },
    {
      name: 'roles in a transcript',
      text: 'Interviewer: "Is it late?"\n\nDoctor: "It is."',
      quotes: ['Interviewer: Is it late?', 'Doctor: It is.'],
    },
    {
      name: 'the next paragraph goes on without a mark and closes it',
      text: 'Source: Anna Berg in an interview\n\nQuote: "We asked for a pier.\n\nNow we ask for a bridge as well."',
      quotes: ['Anna Berg: We asked for a pier.', 'Anna Berg: Now we ask for a bridge as well.'],
    },
    {
      name: 'a mark glued to its comma',
      text: 'Anna Berg said,"We are glad of the pier."',
      quotes: ['Anna Berg: We are glad of the pier.'],
    },
    {
      name: 'the writer of the words, not the one who passes them on',
      text: 'Anna Berg told her staff that “change is good”, the mayor’s spokesperson told journalists.',
      quotes: ['Anna Berg: change is good'],
    },
    {
      name: 'a firm that speaks as it',
      text: '"We will merge," Quayside said. "It will pay," it added.',
      quotes: ['Quayside: We will merge,', 'Quayside: It will pay,'],
    },
    {
      name: 'a kicker before the sentence',
      text: 'Second thoughts: Within hours, Anna Berg wrote a letter, claiming to have "no quarrel" with the builders.',
      quotes: ['Anna Berg: no quarrel'],
    },
    {
      name: 'his claim',
      text: 'Mayor Max Holm spoke late. Few believed his claim that the pier "pays for itself".',
      quotes: ['Max Holm: pays for itself'],
    },
    {
      name: 'what was asked says nothing',
      text: 'Asked whether Anna Berg could agree, Mayor Max Holm said that each town decides for itself. "It is their pier," he said.',
      quotes: ['Max Holm: It is their pier,'],
    },
    {
      name: 'a denial told in a relative clause is not what the sentence is about',
      text: 'Mayor Max Holm turned to the words of Anna Berg, who had denied that the pier was lost. "It was lost long ago," he said.',
      quotes: ['Max Holm: It was lost long ago,'],
    },
    {
      name: 'a pronoun that no comma parts from where he spoke',
      text: 'Mayor Max Holm rose. In a film he mocked Governor Anna Berg, her pier and her plans. "A small pier for a small port," he said.',
      quotes: ['Max Holm: A small pier for a small port,'],
    },
    {
      name: 'the governor before the comma is another than who said it',
      text: 'After two hours with the Danish governor on Friday, Mayor Max Holm was calm. "We shall see," the mayor said.',
      quotes: ['Max Holm: We shall see,'],
    },
    {
      name: 'an adverb between commas',
      text: 'Mayor Max Holm, however, said in Oslo that "it pays for itself in the end".',
      quotes: ['Max Holm: it pays for itself in the end'],
    },
    {
      name: 'two titles joined by and',
      text: 'Vice Mayor and Harbour Minister Anna Berg, the head of the port, is asked about it. "It pays for itself," she says.',
      quotes: ['Anna Berg: It pays for itself,'],
    },
    {
      name: 'more of who somebody is, in the paragraph in which he speaks',
      text: 'Mayor Max Holm said the pier was safe. "It stands on rock," the Harbour Union leader said.',
      quotes: ['Max Holm: It stands on rock,'],
    },
    {
      name: 'a party and a state behind a name',
      text: '"Lift it," Sen. Anna Berg, R-S.C., said at a news conference.',
      quotes: ['Anna Berg: Lift it,'],
    },
    {
      name: 'a rank before a rank',
      text: 'The council met. “You have heard us say that,” council spokesman Maj. Gen. Max Holm said this week.',
      quotes: ['Max Holm: You have heard us say that,'],
    },
  ]);
});

describe('speech that is given to somebody around it', () => {
  holds([
    {
      name: 'a sentence below says by whom',
      text: '“The port wants peace” and “does not care” for fame. This was said today by former mayor Anna Berg, speaking to the Ledger.',
      quotes: ['Anna Berg: The port wants peace', 'Anna Berg: does not care'],
    },
    {
      name: 'only the last of several paragraphs',
      text: 'It rained.\n\n"We were late.\n\n"We were wet," Anna Berg was quoted as saying by the Ledger.',
      quotes: ['Anna Berg: We were late.', 'Anna Berg: We were wet,'],
    },
    {
      name: 'a paragraph below somebody who has spoken before',
      text: 'Mayor Anna Berg said it was "late". Berg, who built two piers, was hopeful.\n\n"You never know what the sea will do."',
      quotes: ['Anna Berg: late', 'Anna Berg: You never know what the sea will do.'],
    },
    {
      name: 'went on to, and was forced to',
      text: 'Anna Berg went on to insist it was "late". Max Holm was forced to admit that it was "very late".',
      quotes: ['Anna Berg: late', 'Max Holm: very late'],
    },
    {
      name: 'a verb behind a surname that reports nothing',
      text: 'Berg paid tribute to the crew, saying: "They did well."',
      quotes: ['Berg: They did well.'],
    },
  ]);
});

describe('the main verb and not what lies nearer', () => {
  holds([
    {
      name: 'somebody’s response inside what is said',
      text: 'Anna Berg said that builders see Quayside’s response to their letter as “cold”.',
      quotes: ['Anna Berg: cold'],
    },
    {
      name: 'a long clause behind the attribution',
      text:
        'The pier can be saved with the "robust support" of the town, harbour chief Anna Berg said, as builders from all ' +
        'the twelve towns along the northern coast gathered in the old hall to talk about a fresh plan for the quays.',
      quotes: ['Anna Berg: robust support'],
    },
    {
      name: 'a caption with a colon',
      text: 'Harbour chief Anna Berg delivers a speech in Oslo on May 30: "It is late, and we are not done."',
      quotes: ['Anna Berg: It is late, and we are not done.'],
    },
    {
      name: 'a noun that looks like an adverb',
      text: 'Her heartbroken family branded the report ‘unfair’ and left.',
      quotes: ['heartbroken family: unfair'],
    },
  ]);
});

describe('whose name it is', () => {
  holds([
    {
      name: 'an office of a country',
      text: 'Harbour Minister of the Maldives Anna Berg has said it is late. "Very late," Berg told reporters.',
      quotes: ['Anna Berg: Very late,'],
    },
    {
      name: 'a row of appositions',
      text: 'Anna Berg, the owner of Quay Books, one of the shops in the tower, said she heard "a rumble".',
      quotes: ['Anna Berg: a rumble'],
    },
    {
      name: 'a place glued to a name',
      text: 'The boats lie in Hamnvik. In northern Hamnvik Anna Berg told a newspaper it was "late".',
      quotes: ['Anna Berg: late'],
    },
    {
      name: 'a small particle inside a name',
      text: '"It is late," said Nils deBerg Holm, a pilot. "Very," said Holm.',
      quotes: ['Nils deBerg Holm: It is late,', 'Nils deBerg Holm: Very,'],
    },
    {
      name: 'a party’s politician',
      text: 'SPD group leader Max Holm spoke. "It is late," the SPD politician said on Monday.',
      quotes: ['Max Holm: It is late,'],
    },
    {
      name: 'a surname is no noun',
      text: 'Sheriff Max Holm waited. Attorney Priya Raman said it was late. "Very late," she said.',
      quotes: ['Priya Raman: Very late,'],
    },
    {
      name: 'a surname that is an auxiliary',
      text: 'Clara May has told builders to stop "dawdling". Mrs May said it was "time".',
      quotes: ['Clara May: dawdling', 'Clara May: time'],
    },
    {
      name: 'a first name that is an auxiliary',
      text: 'On Monday builder Will Holm said it was "late".',
      quotes: ['Will Holm: late'],
    },
    {
      name: 'two of a family: the one named last',
      text: 'Mayor Max Berg was away. His deputy, Anna Berg, was not happy. “Nobody asked us,” Berg said.',
      quotes: ['Anna Berg: Nobody asked us,'],
    },
    {
      name: 'an owner before the name',
      text: 'Quayside’s Anna Berg said the pier was “rather late”.',
      quotes: ['Anna Berg: rather late'],
    },
    {
      name: 'letters behind the name, then a title',
      text: 'Anna Berg MP, Labour’s harbour spokeswoman, responding to the report, said: "It is late."',
      quotes: ['Anna Berg: It is late.'],
    },
    {
      name: 'an apposition that nothing closes',
      text: 'Anna Berg, President and Chief Executive of Quayside said: "It is late."',
      quotes: ['Anna Berg: It is late.'],
    },
    {
      name: 'the spokesman, not whom he speaks for',
      text: 'Max Holm, chief spokesman for Union chief Anna Berg, wrote that “the pier stays shut”.',
      quotes: ['Max Holm: the pier stays shut'],
    },
    {
      name: 'a spokesperson is nobody who was named before',
      text: 'Anna Berg has backed the builders. Asked about the delay, the spokesperson said she “supports them fully”.',
      quotes: ['spokesperson: supports them fully'],
    },
    {
      name: 'no apposition: the one who answers comes after the comma',
      text: 'Asked about the claims against Anna Berg, the press secretary said: “No comment at all.”',
      quotes: ['press secretary: No comment at all.'],
    },
    {
      name: 'a group with a clause of its own',
      text: 'Neighbours who had tried to save a boat from the fire spoke of a "wall of flame".',
      quotes: ['Neighbours: wall of flame'],
    },
    {
      name: 'he is no group',
      text: 'Mayor Max Holm blamed the builders. And the builders ask why they should "carry the can". "They should," he said.',
      quotes: ['builders: carry the can', 'Max Holm: They should,'],
    },
    {
      name: 'a stadium is nobody',
      text: 'A clerk said the gate was open. It stands a mile from Harbour Stadium.\n\nHe added: "Nobody locked it."',
      quotes: ['clerk: Nobody locked it.'],
    },
    {
      name: 'a state, though a person shares its name later',
      text: 'Chad said it had found "traces of oil". Minister Chad Berg wrote: "It is true."',
      quotes: ['Chad: traces of oil', 'Chad Berg: It is true.'],
    },
    {
      name: 'member states do not state',
      text: 'Some of the Union’s member states that found it “not proper” have changed their minds, Anna Berg said.',
      quotes: ['Anna Berg: not proper'],
    },
  ]);
});

describe('what only looks like a cue', () => {
  holds([
    {
      name: 'remarks at the head of a sentence',
      text: 'It is late, according to the Ledger. In remarks to reporters, mayor Anna Berg hinted that it would end. "Soon," she said.',
      quotes: ['Anna Berg: Soon,'],
    },
    {
      name: 'a noun in a headline',
      text: 'Builders behind false claims ‘may be fined’',
      quotes: [],
    },
    {
      name: 'a noun after said',
      text: 'Two ministers said key pledges were kept, though one warned of “unforced errors”.',
      quotes: ['minister: unforced errors'],
    },
    {
      name: 'an adjective',
      text: 'Anna Berg ignored repeated warnings that the pier was “rotten through and through”.',
      quotes: [],
    },
    {
      name: 'a participle whose words are over',
      text: 'The town has shut the pier, arguing that it leaks, but has allowed short "visits" by boat.',
      quotes: [],
    },
  ]);
});
