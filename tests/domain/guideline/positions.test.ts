import { describe, expect, test } from 'vitest';
import type { Position } from '../../../src/domain/positions/position.ts';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

/** A Saturday. */
const PUBLISHED = '2024-06-01T10:00:00Z';

function positionsOf(text: string, publishedAt: string | undefined = PUBLISHED): readonly Position[] {
  return understandArticle({ id: 'edge', title: '', text, publishedAt }, topic).positions;
}

const stands = (text: string) => positionsOf(text).map(({ country, action }) => `${country} ${action}`);

/** The first position of the text, which must have one. */
function positionOf(text: string, publishedAt?: string): Position {
  const [first] = positionsOf(text, publishedAt);
  if (!first) throw new Error(`no position was found in: ${text}`);
  return first;
}

describe('the order in which a class is decided', () => {
  test.each([
    [
      'one who decides says "may": permission',
      'Prime Minister Rishi Sunak said Ukraine may use British Storm Shadow missiles to strike targets inside Russia.',
      ['GB PERMITS'],
    ],
    [
      'one who decides gives leave with terms: limited permission',
      'The United States has given Ukraine permission to use American weapons to strike targets inside Russia, but only near Kharkiv.',
      ['US PERMITS_WITH_LIMITS'],
    ],
    [
      'one who decides says that there never was a limit',
      'Canada has never imposed any restrictions on the use of the weapons it gave Ukraine against targets in Russia, Defence Minister Bill Blair said.',
      ['CA DECLARES_NO_RESTRICTION'],
    ],
    [
      'a state’s own weapons, left to Ukraine: permission',
      'It is Ukraine’s decision how to use British weapons against targets inside Russia, Foreign Secretary David Cameron said.',
      ['GB PERMITS'],
    ],
    [
      'a body of states that leaves it to each of them: deference',
      'Whether Ukraine may use their weapons inside Russia is a national decision for each ally, NATO Secretary General Jens Stoltenberg said.',
      ['NATO DEFERS_TO_NATIONAL_DECISION'],
    ],
    [
      'a right without an act about own weapons: endorsement',
      'Ukraine has the right to strike military targets inside Russia with Western weapons, Norwegian Foreign Minister Espen Barth Eide said.',
      ['NO ENDORSES_RIGHT'],
    ],
    [
      'a change without terms: easing',
      'Germany has eased its restrictions on the use of German weapons by Ukraine against targets inside Russia, a government spokesman said.',
      ['DE EASES'],
    ],
    [
      'the user asks: request',
      'Ukraine has asked the United States for permission to use American missiles to strike airfields deep inside Russia.',
      ['UA REQUESTS_PERMISSION'],
    ],
    [
      'somebody else asks on the user’s behalf: call',
      'Lithuanian Foreign Minister Gabrielius Landsbergis urged allies to lift all restrictions on the use of Western weapons by Ukraine inside Russia.',
      ['LT CALLS_FOR_LIFTING'],
    ],
    [
      'one who decides refuses: restriction kept',
      'President Joe Biden has refused to allow Ukraine to use American ATACMS missiles to strike targets deep inside Russia.',
      ['US MAINTAINS_RESTRICTION'],
    ],
    [
      'one who does not decide rejects it: opposition',
      'Hungarian Foreign Minister Peter Szijjarto opposes allowing Ukraine to use Western weapons to strike targets inside Russia.',
      ['HU OPPOSES_LIFTING'],
    ],
    [
      'a new approval step: tightening',
      'The Pentagon has blocked Ukraine from using American ATACMS missiles to strike targets inside Russia since spring.',
      ['US TIGHTENS'],
    ],
    [
      'a threat: warning',
      'The Kremlin warned of serious consequences if Ukraine is allowed to strike Russian territory with Western missiles.',
      ['RU WARNS_AGAINST'],
    ],
    [
      'left open: consideration',
      'The White House is considering whether to allow Ukraine to use American missiles to strike targets inside Russia.',
      ['US CONSIDERING'],
    ],
    [
      'a change that did not happen: denial',
      'The Wall Street Journal report that the United States lifted its restrictions on the use of missiles by Ukraine inside Russia is fake news, President Donald Trump said.',
      ['US DENIES_REPORT'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(stands(text)).toEqual(expect.arrayContaining(expected));
  });

  test('a wish of one who decides is a call, and keeps its scope', () => {
    const position = positionOf(
      'Ukraine should be allowed to strike the military sites in Russia from which missiles are fired with French weapons, President Emmanuel Macron said.',
    );
    expect(position).toMatchObject({ country: 'FR', action: 'CALLS_FOR_LIFTING' });
    expect(position.scopeGeo).not.toBe('unspecified');
  });

  test('an unnamed group that has eased is several states', () => {
    const text =
      'Several allies have eased restrictions on the use of Western weapons by Ukraine against targets inside Russia.';
    expect(stands(text)).toEqual(['MULTI EASES']);
  });

  test('what was so until now is kept as ended, and never as the current position', () => {
    const position = positionOf(
      'Until now, the White House had refused to allow Ukraine to use American weapons to strike targets inside Russia.',
    );
    expect(position).toMatchObject({ action: 'MAINTAINS_RESTRICTION', status: 'background_past' });
  });

  test('two scopes with opposite answers are two positions', () => {
    const text =
      'The United States now allows Ukraine to strike targets inside Russia near Kharkiv with American rockets. ' +
      'The ban on the use of ATACMS missiles for strikes deep inside Russia remains in place, a U.S. official said.';
    expect(stands(text)).toEqual(['US PERMITS_WITH_LIMITS', 'US MAINTAINS_RESTRICTION']);
  });
});

describe('negation and what looks like it', () => {
  const weapons = 'the use of Western weapons by Ukraine against targets inside Russia';
  test.each([
    [
      'did not rule out',
      'The White House did not rule out allowing Ukraine to use American missiles to strike targets inside Russia.',
      'US CONSIDERING',
    ],
    [
      'denied imposing restrictions',
      `The Netherlands denied imposing restrictions on ${weapons}.`,
      'NL DECLARES_NO_RESTRICTION',
    ],
    [
      'opposed lifting',
      `Slovak Prime Minister Robert Fico opposed lifting the restrictions on ${weapons}.`,
      'SK OPPOSES_LIFTING',
    ],
    [
      'opposed restrictions',
      `Polish Foreign Minister Radoslaw Sikorski opposed the restrictions on ${weapons}.`,
      'PL CALLS_FOR_LIFTING',
    ],
    [
      'has not been lifted',
      'The American ban on the use of ATACMS missiles by Ukraine against targets inside Russia has not been lifted.',
      'US MAINTAINS_RESTRICTION',
    ],
  ])('%s', (_name, text, expected) => {
    expect(stands(text)).toEqual([expected]);
  });

  test('aid without restrictions is no position', () => {
    expect(
      stands('Denmark will give Ukraine weapons without restrictions, its prime minister said in Kyiv.'),
    ).toEqual([]);
    expect(
      stands('Denmark promised Ukraine military aid without restrictions, its prime minister said in Kyiv.'),
    ).toEqual([]);
  });
});

describe('whose words, and whose position', () => {
  test('a minister who tells that Ukraine asked speaks, and the position is Ukraine’s', () => {
    const position = positionOf(
      'U.S. Secretary of State Antony Blinken said that Ukraine had asked for permission to use American weapons to strike targets inside Russia.',
    );
    expect(position).toMatchObject({
      country: 'UA',
      speaker: 'Antony Blinken',
      action: 'REQUESTS_PERMISSION',
    });
  });

  test.each([
    [
      'between quotation marks: direct',
      '“Ukraine may use British missiles to strike targets inside Russia,” Defence Secretary John Healey said.',
      'direct',
      'announced',
    ],
    [
      'in other words: paraphrase',
      'Defence Secretary John Healey said Ukraine may use British missiles to strike targets inside Russia.',
      'paraphrase',
      'announced',
    ],
    [
      'nobody is cited: narration',
      'Britain has allowed Ukraine to use Storm Shadow missiles to strike targets inside Russia.',
      'narration',
      'decided',
    ],
    [
      'officials without a name: anonymous',
      'The United States has allowed Ukraine to use American missiles to strike targets inside Russia, a senior U.S. official said on condition of anonymity.',
      'anonymous',
      'reported-by-officials',
    ],
  ])('%s', (_name, text, attribution, standing) => {
    expect(positionOf(text)).toMatchObject({ attribution, standing });
  });

  test('the country of a person is the state whose office he held on the day', () => {
    const text =
      'Ukraine should be allowed to use Western weapons to strike targets inside Russia, Mark Rutte said on Thursday.';
    expect(positionOf(text, '2024-05-31T10:00:00Z').country).toBe('NL');
    expect(positionOf(text, '2024-11-22T10:00:00Z').country).toBe('NATO');
  });

  test.each([
    ['Berlin', 'DE'],
    ['Washington', 'US'],
    ['Paris', 'FR'],
  ])('%s is a state', (capital, country) => {
    expect(
      positionOf(
        `${capital} has refused to allow Ukraine to use its missiles to strike targets inside Russia.`,
      ),
    ).toMatchObject({ country, action: 'MAINTAINS_RESTRICTION', decider: true });
  });

  test('a pronoun is the one who spoke before', () => {
    const text =
      'President Joe Biden met his advisers on Friday. He has refused to allow Ukraine to use American missiles to strike targets inside Russia.';
    expect(positionOf(text)).toMatchObject({ actor: 'Joe Biden', country: 'US' });
  });

  test('a lawmaker speaks for nobody who decides', () => {
    const text =
      'German lawmaker Marie-Agnes Strack-Zimmermann called on the government to lift the restrictions on the use of German weapons by Ukraine inside Russia.';
    expect(positionOf(text)).toMatchObject({ country: 'DE', action: 'CALLS_FOR_LIFTING', decider: false });
  });
});

describe('which weapon, and when', () => {
  test('a system is named only where the text names it', () => {
    const text =
      'The United States has allowed Ukraine to use American weapons to strike targets inside Russia.';
    expect(positionOf(text)).toMatchObject({ weapon: 'generic', supplier: 'US' });
  });

  test('one missile under two names has two suppliers', () => {
    const text =
      'Britain has allowed Ukraine to use Storm Shadow missiles to strike targets inside Russia.\n\n' +
      'France has allowed Ukraine to use SCALP missiles to strike targets inside Russia.';
    expect(positionsOf(text)).toMatchObject([
      { weapon: 'Storm Shadow', supplier: 'GB' },
      { weapon: 'SCALP', supplier: 'FR' },
    ]);
  });

  const allowed = 'the United States allowed Ukraine to use American weapons to strike targets inside Russia';
  test.each([
    ['a weekday', `On Thursday ${allowed}.`, '2024-05-30', 'day'],
    ['a date', `On May 15 ${allowed}.`, '2024-05-15', 'day'],
    ['a week', `Earlier this week ${allowed}.`, '2024-05-27', 'week'],
    ['a month', `In April ${allowed}.`, '2024-04-01', 'month'],
  ])('%s is counted from the article’s day', (_name, text, statementDate, datePrecision) => {
    expect(positionOf(text)).toMatchObject({ statementDate, datePrecision });
  });

  test('a weekday without an article’s day stays open', () => {
    const [position] = understandArticle(
      { id: 'x', title: '', text: `On Thursday ${allowed}.` },
      topic,
    ).positions;
    expect(position).toMatchObject({ statementDate: null, datePrecision: 'open' });
  });

  test('what a lead, a caption and the text repeat is one position with further evidence', () => {
    const text = `On Thursday ${allowed}.\n\nWashington has allowed Ukraine to use American weapons to strike targets in Russia.`;
    const positions = positionsOf(text);
    expect(positions).toHaveLength(1);
    expect(positions[0]?.also).toHaveLength(1);
  });

  test('two statements of two days are two', () => {
    const call =
      'Stoltenberg called on allies to lift the restrictions on the use of their weapons by Ukraine inside Russia';
    const positions = positionsOf(`On May 24 ${call}.\n\nOn May 30 ${call}.`);
    expect(positions.map(({ statementDate }) => statementDate)).toEqual(['2024-05-24', '2024-05-30']);
  });
});
