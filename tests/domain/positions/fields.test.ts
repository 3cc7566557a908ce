import { describe, expect, test } from 'vitest';
import type { Position } from '../../../src/domain/positions/position.ts';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

/** The positions of an article of Friday, 31 May 2024, unless another day is given. */
function positionsOf(text: string, day = '2024-05-31', pack = topic): readonly Position[] {
  const article = { id: 'x', title: 'Weapons for Ukraine', text, publishedAt: `${day}T12:00:00Z` };
  return understandArticle(article, pack).positions;
}

/** A line that makes any article below it one of the topic. */
const LEAD = 'Ukraine wants to strike targets inside Russia with the Western weapons that it was given.';

describe('whose words carry a position', () => {
  test('those of a person who calls, warns or objects, without a verb of saying', () => {
    const [position] = positionsOf(
      'Estonian Foreign Minister Margus Tsahkna has called on allies to lift the restrictions on Ukraine striking Russia with Western weapons.',
    );
    expect(position).toMatchObject({
      country: 'EE',
      action: 'CALLS_FOR_LIFTING',
      speaker: 'Margus Tsahkna',
      attribution: 'paraphrase',
    });
  });

  test('the article’s own for what a state does', () => {
    const [position] = positionsOf(
      'Washington has allowed Ukraine to use American weapons against targets inside Russia near Kharkiv.',
    );
    expect(position).toMatchObject({ country: 'US', speaker: 'article', attribution: 'narration' });
  });

  test('those of the one who is named behind the verb', () => {
    const [position] = positionsOf(
      'Czech weapons may be used against military targets on Russian territory, confirmed on Thursday the foreign minister Jan Lipavský, who was asked about Ukraine.',
    );
    expect(position).toMatchObject({ country: 'CZ', actor: 'Jan Lipavský', speaker: 'Jan Lipavský' });
  });

  test('those of officials without a name, and not of the president before the comma', () => {
    const [position] = positionsOf(
      'The arrival of new troops moved President Biden, officials said on Sunday, to let Ukraine fire American missiles into Russia.',
      '2024-11-18',
    );
    expect(position).toMatchObject({ country: 'US', attribution: 'anonymous' });
  });

  test('those of an outlet that reports without a source, as anonymous', () => {
    const [position] = positionsOf(
      'The Pentagon has blocked Ukraine from firing ATACMS missiles at targets inside Russia, the Harbour Times reported on Thursday.',
    );
    expect(position).toMatchObject({
      country: 'US',
      speaker: 'Harbour Times',
      attribution: 'anonymous',
      sourceChain: ['Harbour Times'],
    });
  });

  test('those of whoever says it in a clause of its own', () => {
    const positions = positionsOf(
      `${LEAD} Antony Blinken said that the talks with Kyiv went well, though the Pentagon has maintained that the restrictions on Ukraine striking Russia with American weapons remain unchanged.`,
    );
    expect(positions.find(({ action }) => action === 'MAINTAINS_RESTRICTION')).toMatchObject({
      speaker: 'U.S. Department of Defense',
    });
  });

  test('those of the one whom the next paragraph names, for the whole one above', () => {
    const positions = positionsOf(
      'Sweden lets Ukraine strike military targets in Russia with Swedish weapons. Kyiv has received forty of them.\n\nThis was stated by Defence Minister Pål Jonson at a briefing.',
    );
    expect(positions[0]).toMatchObject({ country: 'SE', actor: 'Pål Jonson', speaker: 'Pål Jonson' });
  });

  test('those of the named official rather than of one without a name', () => {
    const [position] = positionsOf(
      'A top Ukrainian official has demanded that allies allow Ukraine to strike targets inside Russia with Western missiles.\n\n“We ask our partners to lift the ban on strikes inside Russia with their missiles,” Andriy Yermak wrote.',
    );
    expect(position).toMatchObject({ country: 'UA', actor: 'Andriy Yermak' });
  });

  test('not a party’s in brackets', () => {
    const positions = positionsOf(
      `${LEAD} Finance Minister Lars Klingbeil (Social Democrats, SPD) told reporters that Germany still does not allow Ukraine to use German weapons on Russian territory.`,
      '2025-05-27',
    );
    expect(positions.find(({ country }) => country === 'DE')).toMatchObject({ speaker: 'Lars Klingbeil' });
  });

  test('those of the one whose threat another answers', () => {
    const positions = positionsOf(
      `${LEAD} Keir Starmer answered Vladimir Putin’s threat that letting Ukraine strike Russia with British missiles would mean war.`,
      '2024-09-13',
    );
    expect(positions.find(({ country }) => country === 'RU')).toMatchObject({ speaker: 'Vladimir Putin' });
  });

  test('a spokesman’s, and not those of the one he speaks for', () => {
    const positions = positionsOf(
      `${LEAD} Putin’s spokesman said on Monday that letting Ukraine strike Russia with Western missiles was playing with fire.`,
    );
    expect(positions.find(({ country }) => country === 'RU')).toMatchObject({
      actor: 'Putin’s spokesman',
      actorType: 'ministry/spokesperson',
    });
  });

  test('those of the leader, and of no month before the comma', () => {
    const positions = positionsOf(
      `${LEAD} In March, the Russian leader warned that such strikes on Russia with Western weapons would mean war with NATO.`,
    );
    expect(positions.find(({ country }) => country === 'RU')).toMatchObject({ actor: 'Vladimir Putin' });
  });

  test('not those of the speaker before, for what another state does', () => {
    const positions = positionsOf(
      `${LEAD} Jens Stoltenberg said on Tuesday that Ukraine has the right to strike military targets in Russia. Italy still does not allow Ukraine to use Italian weapons on Russian territory.`,
    );
    expect(positions.find(({ country }) => country === 'IT')).toMatchObject({
      speaker: 'article',
      attribution: 'narration',
      statementDate: null,
    });
  });
});

describe('whose position it is', () => {
  test('that of the minister who states what the own country does', () => {
    const [position] = positionsOf(
      'Canada does not restrict how Ukraine uses Canadian weapons against targets in Russia, Foreign Minister Mélanie Joly said on Wednesday.',
    );
    expect(position).toMatchObject({ actor: 'Mélanie Joly', actorType: 'person', country: 'CA' });
  });

  test('that of the place that a sentence opens with, where an official’s country is not told', () => {
    const told = (opening: string) =>
      positionsOf(
        `${LEAD}\n\n${opening}deputy foreign minister Jana Novotna said that Ukraine should be allowed to strike targets in Russia with Western weapons.`,
      ).map(({ country, actor }) => `${country} ${actor}`);
    expect(told('In Prague, ')).toContain('CZ Jana Novotna');
    expect(told('In Oslo, ')).toContain('NO Jana Novotna');
  });

  test('the state’s, where officials without a name tell it', () => {
    const [position] = positionsOf(
      'Two U.S. officials said on Thursday that Ukraine may not use ATACMS missiles for strikes deep inside Russia.',
    );
    expect(position).toMatchObject({ actor: 'United States', actorType: 'government', country: 'US' });
  });
});

describe('whose weapons', () => {
  test('those of the state that rules over its own', () => {
    const [position] = positionsOf(
      'Sweden has allowed Ukraine to use its weapons against military targets inside Russia.',
    );
    expect(position).toMatchObject({ country: 'SE', supplier: 'SE' });
  });

  test('nobody’s in particular, where a minister calls on others', () => {
    const [position] = positionsOf(
      'Latvian Foreign Minister Baiba Braže called on partners to lift all restrictions on Ukraine striking targets in Russia with Western weapons.',
    );
    expect(position).toMatchObject({ country: 'LV', supplier: null });
  });
});

describe('when it was said', () => {
  test('on the day that the speaker is dated by behind the lead', () => {
    const [position] = positionsOf(
      'Russian President Vladimir Putin warned that letting Ukraine strike Russia with Western missiles would be an act of war.\n\n“We shall answer,” Putin said in a television interview on Wednesday.',
    );
    expect(position).toMatchObject({ country: 'RU', statementDate: '2024-05-29', datePrecision: 'day' });
  });

  test('on the article’s day where nothing dates the news, however far down it is told', () => {
    const filler = 'The meeting in Riga dealt with ports, with grain and with the price of steel. '.repeat(4);
    const told = `${LEAD} ${filler}\n\nThe minister, Margus Tsahkna, called on allies to let Ukraine strike Russian territory with their weapons.`;
    const dateOf = (day: string) =>
      positionsOf(told, day).find(({ country }) => country === 'EE') ?? { statementDate: 'not found' };
    expect(dateOf('2024-05-31')).toMatchObject({ statementDate: '2024-05-31', dateBasis: 'article' });
    const undated = { id: 'x', title: 'Weapons for Ukraine', text: told };
    const [position] = understandArticle(undated, topic).positions.filter(({ country }) => country === 'EE');
    expect(position).toMatchObject({ statementDate: null, datePrecision: 'open' });
  });

  test('on the day that the lead tells of only where that was the day before', () => {
    const told = (lead: string) =>
      `${LEAD} ${lead} The meeting dealt with ports. It dealt with grain.\n\nThe minister, Margus Tsahkna, called on allies to let Ukraine strike Russian territory with their weapons.`;
    const dateOf = (day: string) =>
      positionsOf(told(`Olaf Scholz met his guests in Paris on ${day}.`), '2024-05-31').find(
        ({ country }) => country === 'EE',
      );
    expect(dateOf('Thursday')).toMatchObject({ statementDate: '2024-05-30', dateBasis: 'carried' });
    expect(dateOf('Monday')).toMatchObject({ statementDate: '2024-05-31', dateBasis: 'article' });
  });

  test('not on the day of what it was said about', () => {
    const positions = positionsOf(
      `${LEAD}\n\nThe Kremlin said on Thursday that Tuesday’s decision to let Ukraine strike Russia with American missiles was a dangerous escalation.`,
    );
    expect(positions.find(({ country }) => country === 'RU')).toMatchObject({ statementDate: '2024-05-30' });
  });

  test('not on the day of the dateline', () => {
    const [position] = positionsOf(
      'OSLO, May 31 (Harbour Wire) - Ukraine may use Norwegian weapons against military targets in Russia, Foreign Minister Espen Barth Eide said on Wednesday.',
    );
    expect(position).toMatchObject({ country: 'NO', statementDate: '2024-05-29' });
  });

  test('on no day where it has long been said, or only a noun tells of it', () => {
    const positions = positionsOf(
      `Ukraine may strike targets in Russia with Swedish weapons, Defence Minister Pål Jonson said on Wednesday.\n\nVolodymyr Zelensky has been asking allies for months to let Ukraine strike targets in Russia with their weapons. The remarks followed Jens Stoltenberg’s call to lift the restrictions on Ukraine striking Russia with Western weapons.`,
    );
    const dates = new Map(positions.map(({ country, statementDate }) => [country, statementDate]));
    expect(dates).toEqual(
      new Map([
        ['SE', '2024-05-29'],
        ['UA', null],
        ['NATO', null],
      ]),
    );
  });

  test('a day before the day told of', () => {
    const positions = positionsOf(
      `Ukraine may strike targets in Russia with Swedish weapons, Defence Minister Pål Jonson said on Wednesday.\n\nA day earlier, Finnish Foreign Minister Elina Valtonen said Finland had set no restrictions on the use of its weapons by Ukraine inside Russia.`,
    );
    expect(positions.find(({ country }) => country === 'FI')).toMatchObject({ statementDate: '2024-05-28' });
  });
});

describe('through whom it came', () => {
  test.each([
    [
      'told a paper',
      'Pål Jonson told Nya Bladet that Sweden lets Ukraine strike Russia with Swedish weapons.',
      'Nya Bladet',
    ],
    [
      'an interview',
      'In an interview with the Harbour Post, Pål Jonson said Sweden lets Ukraine strike Russia with Swedish weapons.',
      'Harbour Post',
    ],
    [
      'a report',
      'Sweden lets Ukraine strike Russia with Swedish weapons, Pål Jonson said, according to the Harbour News Agency.',
      'Harbour News Agency',
    ],
  ])('%s', (_, text, outlet) => {
    const [position] = positionsOf(text);
    expect(position).toMatchObject({ country: 'SE', sourceChain: [outlet] });
  });

  test('a line of sources credits what stands below it, but not what is recalled', () => {
    const positions = positionsOf(
      'Pål Jonson has said that Sweden lets Ukraine strike Russia with Swedish weapons.\n\nSource: Jonson, as reported by Harbour Pravda\n\nBackground:\n\nFinland has allowed Ukraine to use Finnish weapons against targets in Russia.',
    );
    expect(positions.map(({ country, sourceChain }) => [country, ...sourceChain])).toEqual([
      ['SE', 'Harbour Pravda'],
      ['FI'],
    ]);
  });

  test('no network on which a minister posts', () => {
    const [position] = positionsOf(
      'Sweden lets Ukraine strike Russia with Swedish weapons, Pål Jonson said on Facebook on Wednesday.',
    );
    expect(position).toMatchObject({ country: 'SE', sourceChain: [] });
  });

  test('nobody, where one person told another', () => {
    const [position] = positionsOf(
      'Pål Jonson told President Zelensky that Sweden lets Ukraine strike Russia with Swedish weapons.',
    );
    expect(position?.sourceChain).toEqual([]);
  });
});

describe('where', () => {
  test('in russia, however it is spelled', () => {
    const [position] = positionsOf(
      'Sweden lets Ukraine strike military targets in russia with Swedish weapons, Pål Jonson said on Wednesday.',
    );
    expect(position).toMatchObject({
      country: 'SE',
      scopeGeo: 'all_Russia',
      scopeTarget: 'military_targets',
    });
  });
});

describe('which weapon', () => {
  const before =
    'Washington has given Ukraine ATACMS missiles and lets it fire them at targets inside Russia.';

  test('that named before, where “the missiles” points at it', () => {
    const positions = positionsOf(
      `${before}\n\nAntony Blinken said that Ukraine should be allowed to fire the missiles at Moscow.`,
    );
    expect(positions.find(({ action }) => action === 'CALLS_FOR_LIFTING')).toMatchObject({
      weapon: 'ATACMS',
    });
  });

  test('any, where nothing points back', () => {
    const positions = positionsOf(
      `${before}\n\nDonald Tusk said that Ukraine should be allowed to fire long-range missiles at Moscow.`,
    );
    expect(positions.find(({ country }) => country === 'PL')).toMatchObject({
      weapon: 'long-range (generic)',
    });
  });

  test('a weapon of its own that is named comes before a description of it, though another country’s is named too', () => {
    const positions = positionsOf(
      'That Washington has allowed Ukraine to strike targets in Russia with ATACMS, the American long-range missile, changes nothing about the Taurus, a spokesman for the German government said.',
    );
    expect(positions.find(({ country }) => country === 'US')).toMatchObject({ weapon: 'ATACMS' });
  });
});

describe('news or background, by the rules', () => {
  const ruled = (text: string) =>
    positionsOf(text, '2024-05-31', {
      ...topic,
      statusReader: undefined,
      confidenceReader: undefined,
    });

  test('what only dates the news is background', () => {
    const positions = ruled(
      `${LEAD}\n\nVladimir Putin accused the West of taking part in the war on Thursday. It came after Germany authorised Ukraine to fire German weapons into Russia.`,
    );
    expect(positions.find(({ country }) => country === 'DE')).toMatchObject({ status: 'background_current' });
  });

  test('what somebody had said before, and what still holds, is background; what is still said today is news', () => {
    const statusOf = (sentence: string, state: string) =>
      ruled(`${LEAD}\n\n${sentence}`).find(({ country }) => country === state)?.status;
    expect(
      statusOf('Antonio Tajani had ruled out letting Ukraine fire Italian weapons into Russia.', 'IT'),
    ).toBe('background_current');
    expect(statusOf('Hungary still refuses to let Ukraine fire its weapons into Russia.', 'HU')).toBe(
      'background_current',
    );
    expect(
      statusOf('Antonio Tajani still said that Ukraine may not fire Italian weapons into Russia.', 'IT'),
    ).toBe('news');
  });

  test('what somebody has long or previously said is background', () => {
    const positions = ruled(
      `${LEAD}\n\nVladimir Putin has previously warned that letting Ukraine strike Russia with Western missiles would mean war with NATO.`,
    );
    expect(positions.find(({ country }) => country === 'RU')).toMatchObject({ status: 'background_current' });
  });

  test.each([
    ['opening', 'in its own words', 1, 'London lets Ukraine fire British missiles into Russia.', 'news'],
    [
      'end',
      'in its own words',
      4,
      'London lets Ukraine fire British missiles into Russia.',
      'background_current',
    ],
    ['end', 'with a day', 4, 'London on Wednesday let Ukraine fire British missiles into Russia.', 'news'],
    [
      'end',
      'in another’s words',
      4,
      'Keir Starmer said Ukraine may fire British missiles into Russia.',
      'news',
    ],
  ])('what an outlet tells at the %s, %s, is news or background', (_where, _how, at, sentence, status) => {
    const filling = 'The ministers met in the afternoon and spoke for two hours.\n\n'.repeat(at - 1);
    const positions = ruled(`${LEAD}\n\n${filling}${sentence}`);
    expect(positions.find(({ country }) => country === 'GB')).toMatchObject({ status });
  });
});
