import { expect, test } from 'vitest';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

/** How sure what is found is, is another matter: see `confidence-reader.test.ts`. */
const topic = { ...loadTopic('weapons-use-restrictions'), confidenceReader: undefined };

/** What makes an article of the topic of any sentence, so that the sentence's own positions are all that is judged. */
const CONTEXT =
  'The debate over whether Ukraine may use Western weapons to strike targets inside Russia has divided its allies for months.';

/** Sentences that say little or nothing outside an article on the topic, with the positions that they hold in one. */
const CASES: readonly (readonly [positions: readonly string[], sentence: string])[] = [
  [
    ['US MAINTAINS_RESTRICTION'],
    '“We’ve said clearly that we don’t support the use of American-made vehicles for raids inside Russia,” Kirby said.',
  ],
  [
    ['US PERMITS'],
    'Biden approved the use of US missiles against targets deeper in Russia, but experts warn that this may not be enough to change the course of the war.',
  ],
  [
    ['US MAINTAINS_RESTRICTION', 'GB PERMITS'],
    'The Pentagon said its weapons must not be fired at targets deep inside Russia. In London, the Defense Ministry said that Ukraine could use the weapons it has donated inside Russia.',
  ],
  [[], 'Ukrainian officials warned that any hesitation over missiles could embolden Russia.'],
  [
    [],
    'Experts say the new American systems, which can hit targets 80 kilometres away, will help Ukrainians push back on the Russian offensive as long as they are delivered quickly.',
  ],
  [
    [],
    'The United States is not preventing Ukraine from developing its own long-range weapons to strike Russian territory, Austin said.',
  ],
  [
    [],
    '“We’re looking into those reports that U.S. equipment could have been used in Belgorod,” Kirby said.',
  ],
  [
    ['DE MAINTAINS_RESTRICTION'],
    'Nor does Germany intend to let Ukraine use German weapons for strikes deep into Russia, Scholz said.',
  ],
  [
    ['DE MAINTAINS_RESTRICTION'],
    'Olaf Scholz is not ready at present to lift the limits on German weapons for strikes on targets in Russia.',
  ],
  [
    ['GB CONSIDERING'],
    'Keir Starmer said that nothing final has been decided about the use of Storm Shadow missiles to strike Russia.',
  ],
  [
    ['DE MAINTAINS_RESTRICTION'],
    'Olaf Scholz said he would not urge the United States to lift its restrictions on strikes inside Russia.',
  ],
  [
    ['US PERMITS'],
    'The US president told reporters at the G7 summit in Hiroshima, Japan, that F-16 jets could be used wherever Russian troops are within Ukraine.',
  ],
  [
    ['IE CALLS_FOR_LIFTING'],
    'Taoiseach Simon Harris met him in Kyiv. Mr Harris said that Ukraine should be allowed to use Western missiles against targets inside Russia.',
  ],
  [[], 'Sikorski also welcomed Merz’s comments on deliveries of Taurus missiles to Ukraine.'],
  [[], "The United States is mulling over Ukraine's request for long-range Tomahawk missiles, Vance said."],
  [
    [],
    'The request for Patriots comes after a massive strike on Sunday with missiles that killed four in Kyiv.',
  ],
  [
    [],
    'Blinken accused Iran of supplying ballistic missiles to Russia, saying they could be used against Ukrainians within weeks.',
  ],
  [[], 'Barrot said the West should not put limits on support for Ukraine against Russia.'],
  [[], 'The European Parliament stressed that there should be no restrictions on military aid to Ukraine.'],
  [[], 'Blinken said Russia is responsible for escalating the war with its missiles.'],
  [[], 'The plan envisages missiles sufficient to protect Ukraine from any military threat from Russia.'],
  [
    [],
    'Moscow blamed the United Kingdom for a missile attack inside Russia, while British officials rejected the accusation and maintain support for Kyiv.',
  ],
  [
    ['FI ENDORSES_RIGHT'],
    "The UN Charter allows attacking military targets in Russia with Western weapons, said Jukka Kopra, a member of Finland's parliament.",
  ],
  [
    ['NATO CALLS_FOR_LIFTING'],
    'Stoltenberg was one of the latest high-profile Western leaders to call for an end to the ban on strikes in Russia with Western weapons.',
  ],
  [
    ['EE CALLS_FOR_LIFTING'],
    'Hanno Pevkur said that it cannot be normal that Ukrainians fight Russia with one hand behind their back while weapons wait.',
  ],
  [
    ['US MAINTAINS_RESTRICTION'],
    'Austin said that the use of donated American weapons for long-range strikes into Russia would not turn the tide of the war.',
  ],
  [
    ['GB CONSIDERING'],
    'There are growing reports that the UK may amend its position on the use of its Storm Shadow missiles for strikes in Russia.',
  ],
  [
    ['MULTI EASES', 'MULTI MAINTAINS_RESTRICTION'],
    'While Western countries eased restrictions on the use of certain arms just across the border, limits on long-range strikes deep inside Russia remained in place.',
  ],
  [
    ['UA REPORTS_USE', 'US EASES'],
    'Ukraine fired American ATACMS missiles at a base inside Russia for the first time after the Biden administration lifted its restrictions on Sunday.',
  ],
  [
    ['DK OPPOSES_LIFTING'],
    'Danish Conservative Party chairman Soren Pape Poulsen insisted that the American-designed planes must not operate beyond Ukrainian territory.',
  ],
  [
    ['MULTI EASES'],
    '"As far as I know, the countries that imposed range restrictions on strikes in Russia lifted them long ago," Merz said.',
  ],
  [
    ['US MAINTAINS_RESTRICTION', 'GB MAINTAINS_RESTRICTION', 'FR MAINTAINS_RESTRICTION'],
    'Western countries, including the U.S., the U.K. and France, have been cautious about permitting the use of ATACMS and Storm Shadow missiles against targets in Russia.',
  ],
  [
    [],
    'HIMARS is a rocket system that American officials say will allow Ukrainian forces to hit targets up to 50 miles away.',
  ],
  [
    [],
    'F-16 jets of the Ukrainian air force were used to repel a missile attack on the territory of Ukraine.',
  ],
  [
    [],
    'The fighters invaded Belgorod at the end of May, used four vehicles given to Ukraine by Western powers and left.',
  ],
  [
    ['US MAINTAINS_RESTRICTION', 'DE MAINTAINS_RESTRICTION', 'IT MAINTAINS_RESTRICTION'],
    'Officials of the U.S., Germany and Italy have said that they neither support nor encourage strikes inside Russia with Western weapons.',
  ],
  [
    ['US CALLS_FOR_LIFTING'],
    'Johnson, the Republican speaker of the House, said it was "not a good policy" that American weapons must not be used on Russian soil.',
  ],
  [
    ['RU WARNS_AGAINST'],
    "Maria Zakharova said Moscow would consider any Taurus strike on its railways as Berlin's participation in the war.",
  ],
  [
    [],
    'Scholz is holding to his refusal to give Ukraine Taurus missiles, in spite of reports that Washington has changed its position.',
  ],
  [
    [],
    'A deal on long-range missiles for Ukraine, of a type able to reach far into Russia, is close, Reuters reported.',
  ],
  [[], 'Each ally will decide for itself whether to hand over F-16 jets to Ukraine, Stoltenberg said.'],
  [
    ['DE OPPOSES_LIFTING'],
    'Sahra Wagenknecht said Berlin must in no circumstances permit the use of German missiles against targets in Russia.',
  ],
  [
    ['IT OPPOSES_LIFTING'],
    "Italy's Democratic Party, led by Elly Schlein, opposes any use of Italian weapons on Russian territory.",
  ],
  [
    ['NL TIGHTENS'],
    'The Netherlands put an additional restriction on its F-16s, which are no longer allowed to drop bombs on Russian territory.',
  ],
  [
    ['UA REPORTS_USE'],
    'The Ukrainian air force said it had struck a Russian base in the Kursk region with American GBU-39 glide bombs.',
  ],
  [
    [],
    'Stoltenberg recalled that Russia is constantly attacking Ukraine with missiles and has the right to sell weapons to nobody.',
  ],
  [
    [],
    'Poland may intercept Russian drones over western Ukraine with its own missiles, a minister in Warsaw said.',
  ],
  [
    ['US OPPOSES_LIFTING'],
    'Allies of President-elect Donald Trump slammed the decision to let Ukraine fire American missiles into Russia.',
  ],
  [
    ['FR CALLS_FOR_LIFTING'],
    'Berlin (Germany) (Agency) - French President Emmanuel Macron said on Tuesday that Ukraine should be allowed to hit bases in Russia with Western weapons.',
  ],
  [
    // who is met says nothing by that
    ['EU CALLS_FOR_LIFTING'],
    'The EU’s foreign policy chief, Josep Borrell, who had a meeting with Mr. Stoltenberg, said afterwards that lifting the restrictions on Western weapons was a must.',
  ],
  [
    // who speaks of his own state and of others at once binds his own alone
    ['DE DECLARES_NO_RESTRICTION'],
    'The weapons that Ukraine gets from the United States, France and Germany are no longer subject to limits on their range, Boris Pistorius said.',
  ],
  [
    ['GB PERMITS'],
    'A spokesman in London said that the British position was unchanged and that Ukraine could use British weapons against targets in Russia.',
  ],
  [
    ['US CONSIDERING'],
    'Asked about letting Ukraine fire ATACMS into Russia, Biden said that his team was "working that out now".',
  ],
];

test.each(CASES)('%j: %s', (positions, sentence) => {
  const { positions: found } = understandArticle(
    {
      id: 'context',
      title: 'Allies and the use of their weapons',
      text: `${sentence}\n\n${CONTEXT}`,
      publishedAt: '2024-11-25T12:00:00Z',
    },
    topic,
  );
  const own = found.filter(({ evidence }) => evidence.start < sentence.length);
  expect(own.map(({ country, action }) => `${country} ${action}`)).toEqual(positions);
});

test('what two say for one state are two statements, and what the article tells by itself is no third', () => {
  const rule = 'Ukraine may not use American missiles to strike targets deep inside Russia';
  const statements = (...sentences: readonly string[]) =>
    understandArticle(
      { id: 'two', title: 'Allies and the use of their weapons', text: sentences.join('\n\n') },
      topic,
    ).positions.filter(({ country }) => country === 'US');
  const [first, second] = [`${rule}, Lloyd Austin said.`, `${rule}, Jake Sullivan said.`];
  expect(statements(first, second).map(({ speaker }) => speaker)).toEqual(['Lloyd Austin', 'Jake Sullivan']);
  expect(statements(first, `${first} Nothing has changed.`)).toHaveLength(1);
  const refused =
    'The United States has refused to let Ukraine use American missiles to strike deep inside Russia.';
  expect(statements(refused, first).map(({ speaker }) => speaker)).toEqual(['Lloyd Austin']);
});
