import type { Relevance } from '../../../src/domain/understanding.ts';

/** A short article in our own words, with what docs/annotation.md says of its kind. */
export interface EdgeCase {
  readonly kind: string;
  readonly relevance: Relevance;
  readonly title?: string;
  readonly text: string;
  /** `COUNTRY CLASS` of positions that must be found. */
  readonly positions?: readonly string[];
  /** True when no position at all may be found. */
  readonly isBare?: boolean;
}

export const RULES: readonly EdgeCase[] = [
  {
    kind: 'R1: a list of links makes no article relevant',
    relevance: 'none',
    isBare: true,
    title: 'Grain exports through the Danube ports reach a new high',
    text: `Exports of grain through the Danube ports rose by a tenth in May, the infrastructure ministry in Kyiv reported on Friday. Drivers waited for a day and a half on average, an hour less than in April.

The ministry expects another increase in June if the locks at the river mouth are repaired in time.

Read also: Biden allows Ukraine to strike targets in Russia with American missiles

Related: Germany lets Ukraine use its weapons against Russia

More on this story
Britain says Ukraine may fire Storm Shadow missiles at targets inside Russia`,
  },
  {
    kind: 'R1: teasers of other articles make no article relevant',
    relevance: 'none',
    isBare: true,
    title: 'Swimming pool opens again',
    text: `The swimming pool in the park opened again on Saturday, two weeks after a pipe had burst. About 400 people came, the town said.

Berlin lets Ukraine fire German missiles into Russia. The chancellor has dropped his ban on strikes inside Russia with German weapons, his spokesman said. Continue reading »

Stoltenberg calls on allies to lift restrictions on Western weapons for Ukraine. Read more »

Rain is expected on Sunday. Continue reading »`,
  },
  {
    kind: 'R2: a headline alone makes no article relevant',
    relevance: 'none',
    isBare: true,
    title: 'Berlin allows Ukraine to strike Russia with German weapons',
    text: `The German chancellor opened a new railway bridge over the Elbe on Friday. He thanked the engineers, who had finished eight months before the date in the contract, and rode on the first train.

Visitors from Ukraine, among them the mayor of Kharkiv, attended the ceremony and later toured a tram works in the city.`,
  },
  {
    kind: 'R3: two new sentences inside a report of other things are a subject of their own',
    relevance: 'core',
    title: 'Prime minister meets the press before the summer recess',
    text: `The Dutch prime minister took questions on the budget, the nitrogen rules and the railways for an hour on Friday.

He said that the talks on the pension law would go on after the recess and that no money had been found for the northern line.

Asked about Ukraine, he announced that the Netherlands now allows Kyiv to use Dutch weapons to strike military targets inside Russia. The government had decided on Thursday to drop the limits on their use on Russian territory, he said.

The session ended with a question on the heat in schools.`,
    positions: ['NL PERMITS'],
  },
  {
    kind: 'R3: a section of background makes no core',
    relevance: 'mention',
    title: 'Air defence crews shoot down 41 drones over the south',
    text: `Air defence crews shot down 41 of 44 drones over the south of Ukraine on Thursday night, the air force said. Debris fell on a school in Odesa, where nobody was hurt, and on a warehouse for paint, which burnt down.

The regional governor said that lessons would be given online until the roof was mended.

Background:

In May the United States allowed Ukraine to use American weapons to strike targets inside Russia near Kharkiv.`,
  },
  {
    kind: 'R4: the threat of one side alone is enough',
    relevance: 'core',
    title: 'Moscow threatens suppliers',
    text: `Russia will regard strikes on its territory with American missiles as the direct participation of the United States in the war, Foreign Minister Sergei Lavrov said on Monday.

There would be a response if Washington allowed Ukraine to fire such missiles deep into Russia, he told reporters in Moscow, and those who took the decision would feel it.`,
    positions: ['RU WARNS_AGAINST'],
  },
  {
    kind: 'R4: the demand of one lawmaker alone is enough',
    relevance: 'core',
    title: 'Congressman writes to the White House',
    text: `Republican Congressman Michael McCaul on Tuesday urged the White House to lift the restrictions on the use of American weapons by Ukraine against targets inside Russia.

In his letter he asked President Biden to let Ukrainian forces strike the airfields from which Russian bombers take off.`,
    positions: ['US CALLS_FOR_LIFTING'],
  },
  {
    kind: 'R5: an entry of its own on a page of many subjects',
    relevance: 'core',
    title: 'The day in brief',
    text: `Parliament in Vilnius voted on the budget for hospitals after a debate of nine hours.

Rail workers in France ended their strike; trains ran again from noon.

Poland's defence minister said Ukraine may use Polish weapons against military targets on Russian territory. Warsaw had imposed no restrictions on their use, he told a radio station on Wednesday.

A ferry with 40 passengers ran aground off Corfu; nobody was hurt.`,
  },
  {
    kind: 'R5: one sentence on a page of many subjects',
    relevance: 'mention',
    title: 'Morning briefing',
    text: `Parliament in Vilnius voted on the budget for hospitals after a debate of nine hours, and will meet again in September.

Rail workers in France ended their strike; trains ran again from noon, and most commuters were home by six.

In Ukraine, shops in Kharkiv reopened after the night's attack. The United States still does not allow Ukraine to use its missiles for strikes deep inside Russia.

A ferry with 40 passengers ran aground off Corfu; nobody was hurt, and all were brought to the island.`,
  },
  {
    kind: 'R6: earlier years count the same',
    relevance: 'core',
    title: 'White House on rocket launchers',
    text: `The United States will give Ukraine rocket launchers, but they must not be used to strike targets on Russian territory, President Joe Biden said in June 2022.

Kyiv had given assurances that it would not fire the HIMARS at targets inside Russia, a senior official told reporters, and Washington would hold it to them.`,
    positions: ['US MAINTAINS_RESTRICTION'],
  },
  {
    kind: 'R7: another language is out of scope',
    relevance: 'none',
    isBare: true,
    title: 'Berlin erlaubt Kyjiw den Einsatz deutscher Waffen',
    text: `Die Bundesregierung hat der Ukraine erlaubt, deutsche Waffen gegen militärische Ziele auf russischem Gebiet einzusetzen. Das teilte ein Sprecher am Freitag in Berlin mit. Bisher hatte der Kanzler dies abgelehnt, nun gelte das Völkerrecht als einzige Grenze, sagte der Sprecher weiter.`,
  },
];

export const SUBJECTS: readonly EdgeCase[] = [
  {
    kind: 'a package of arms without a word on use',
    relevance: 'none',
    isBare: true,
    title: 'Pentagon announces new package for Ukraine',
    text: `The United States will send Ukraine another package of weapons worth 400 million dollars, the Pentagon announced on Friday. It contains missiles for HIMARS launchers, artillery shells, mines and spare parts, and will be taken from stocks in Europe.

Ukrainian officials thanked Washington and said that the ammunition was needed most in the east, where Russian forces attack along the whole front.`,
  },
  {
    kind: 'a package of arms with a clause that sets the condition',
    relevance: 'mention',
    title: 'Pentagon announces new package for Ukraine',
    text: `The United States will send Ukraine another package of weapons worth 400 million dollars, the Pentagon announced on Friday. It contains artillery shells, mines and spare parts, and will be taken from stocks in Europe.

Ukrainian officials thanked Washington and said that the ammunition was needed most in the east.

The weapons may be used only inside Ukraine and not to strike targets on Russian territory, a Pentagon spokesman said.`,
  },
  {
    kind: 'no limits on aid',
    relevance: 'none',
    isBare: true,
    title: 'Ministers promise help for as long as it takes',
    text: `There will be no limits on our military aid to Ukraine, the Danish defence minister said in Kyiv on Thursday. Denmark would give weapons for as long as it takes and without restrictions on their kind or their number.

His Norwegian colleague promised another billion and said that nothing was off the table when it came to the supply of missiles and aircraft.`,
  },
  {
    kind: 'a refusal to deliver',
    relevance: 'none',
    isBare: true,
    title: 'Scholz repeats his no to Taurus',
    text: `Chancellor Olaf Scholz has again refused to deliver Taurus cruise missiles to Ukraine. Germany would not send them, he told a meeting of citizens in Dresden on Monday, and this decision stood.

The opposition in the Bundestag called for the missiles to be sent at once. A motion to supply them failed in January.`,
  },
  {
    kind: 'a refusal to deliver, with what the weapon must not hit',
    relevance: 'core',
    title: 'Scholz repeats his no to Taurus',
    text: `Chancellor Olaf Scholz has again refused to deliver Taurus cruise missiles to Ukraine and to allow strikes deep into Russia with German weapons.

German weapons must not be used for strikes far inside Russian territory, he told a meeting of citizens in Dresden on Monday, and this would remain so even if allies decided otherwise.`,
    positions: ['DE MAINTAINS_RESTRICTION'],
  },
  {
    kind: 'the sale of a missile that may be fired only with approval',
    relevance: 'core',
    title: 'Washington approves sale of ERAM missiles, with a condition',
    text: `The United States has approved the sale of 3,350 ERAM missiles to Ukraine, but Kyiv will need the approval of the Pentagon for each use, officials said on Saturday.

Ukraine may not fire the missiles at targets inside Russia without the consent of the Pentagon, two of the officials said. A review that blocks long-range strikes into Russia has been in force since spring.`,
  },
  {
    kind: 'jets: training and basing',
    relevance: 'none',
    isBare: true,
    title: 'Pilots finish course in Romania',
    text: `Twelve Ukrainian pilots have finished their training on F-16 jets in Romania and will return home in summer, the Dutch defence ministry said on Tuesday. The jets will be based at several airfields in the west of Ukraine.

Belgium, Denmark and Norway have promised aircraft as well; the first should arrive before autumn, together with spare parts and weapons.`,
  },
  {
    kind: 'jets: where they may fly',
    relevance: 'core',
    title: 'Belgium signs for 30 jets',
    text: `Belgium will give Ukraine 30 F-16 jets by 2028, but they may be used only over Ukrainian territory, Prime Minister Alexander De Croo said on Tuesday.

The aircraft must not strike targets inside Russia, he told reporters after signing the agreement with Volodymyr Zelenskyy in Brussels.`,
    positions: ['BE MAINTAINS_RESTRICTION'],
  },
  {
    kind: 'own drones hit a refinery',
    relevance: 'none',
    isBare: true,
    title: 'Refinery burns after drone attack',
    text: `Ukrainian drones struck an oil refinery in the Russian region of Saratov on Thursday night, a source in the security service in Kyiv said. The drones of Ukrainian make flew more than 600 kilometres.

The governor of the region reported a fire, which was put out by morning. Russia's defence ministry said that 27 drones had been shot down over five regions.`,
  },
  {
    kind: 'own drones, set against the ban on given missiles',
    relevance: 'mention',
    title: 'Refinery burns after drone attack',
    text: `Ukrainian drones struck an oil refinery in the Russian region of Saratov on Thursday night, a source in the security service in Kyiv said. The drones of Ukrainian make flew more than 600 kilometres.

The governor of the region reported a fire, which was put out by morning.

Kyiv relies on its own drones for such attacks because the United States does not allow it to use American missiles to strike targets deep inside Russia.`,
  },
  {
    kind: 'own drones, while leave to use given missiles is awaited',
    relevance: 'mention',
    title: 'Depot burns after drone attack',
    text: `Ukrainian drones set fire to a depot in the Russian region of Tver overnight, as Kyiv waits for American permission to use US missiles for such strikes.

Russian officials had people leave two villages. More than eighty drones took part, a source in the general staff said. Ukraine has built many more drones for strikes deep inside Russia this year.

The allies have so far refused to let Kyiv strike targets in Russia with Western missiles.`,
  },
  {
    kind: "the adversary's missile on the recipient's land",
    relevance: 'none',
    isBare: true,
    title: 'Allies meet after new missile falls on Poltava',
    text: `The council of NATO and Ukraine meets on Tuesday because of Russia's first use of a new ballistic missile on Ukrainian territory.

Russia had used it on Thursday against a factory in Poltava, the air force in Kyiv reported. Washington had received a warning from Moscow about the planned launch half an hour before.`,
  },
  {
    kind: 'a given missile is fired into Russia, and nobody speaks of leave',
    relevance: 'none',
    title: 'Explosions at a depot near Bryansk',
    text: `Ukraine fired six ATACMS missiles at an ammunition depot in the Russian region of Bryansk on Tuesday night, Russia's defence ministry reported. Five were shot down and one was damaged, the ministry said; its fragments started a fire.

Residents heard explosions for two hours. The general staff in Kyiv confirmed that the depot had been hit and said that shells and glide bombs were stored there.`,
  },
  {
    kind: 'a given missile is fired into Russia after leave was given',
    relevance: 'core',
    title: 'First ATACMS hit Russia after Biden lifts ban',
    text: `Ukraine fired ATACMS missiles into Russia on Tuesday for the first time since President Biden allowed it to use the American weapons for such strikes.

The missiles hit a depot in the Bryansk region, two days after Washington lifted its ban on strikes inside Russia with the long-range missiles.`,
    positions: ['UA REPORTS_USE'],
  },
  {
    kind: 'given missiles on Crimea',
    relevance: 'none',
    isBare: true,
    title: 'Missiles hit an airfield in Crimea',
    text: `Ukraine struck the airfield of Belbek in occupied Crimea with ATACMS missiles on Wednesday night, satellite pictures show. Three aircraft and a fuel store burnt out.

The American missiles have a range of 300 kilometres. The commander of the Ukrainian air force thanked the crews and promised more of such nights.`,
  },
  {
    kind: 'given missiles on Crimea, with the limit to occupied territory',
    relevance: 'mention',
    title: 'Missiles hit an airfield in Crimea',
    text: `Ukraine struck the airfield of Belbek in occupied Crimea with ATACMS missiles on Wednesday night, satellite pictures show. Three aircraft and a fuel store burnt out, and flights were moved to the mainland.

The commander of the Ukrainian air force thanked the crews and promised more of such nights.

The United States allows Ukraine to use the missiles only on occupied territory and not to strike targets inside Russia.`,
  },
  {
    kind: 'shooting drones down from allied soil',
    relevance: 'none',
    isBare: true,
    title: 'Sikorski: allies should shoot down drones over Ukraine',
    text: `Poland has the right to shoot down Russian missiles over Ukraine before they enter its airspace, Foreign Minister Radoslaw Sikorski said on Monday. He called on allies to consider such a step from their own territory.

NATO rejected the idea: the alliance will not become a party to the war, its secretary general said, and there will be no no-fly zone.`,
  },
  {
    kind: 'troops and trainers',
    relevance: 'none',
    isBare: true,
    title: 'Macron does not rule out sending troops',
    text: `French President Emmanuel Macron said on Thursday that he did not rule out sending troops to Ukraine if Russia broke through the front lines. Paris is also considering whether to send instructors.

Berlin and Rome rejected the idea. The Kremlin warned that French soldiers in Ukraine would be a legitimate target for Russian forces.`,
  },
  {
    kind: 'a new nuclear doctrine, with the leave as its occasion',
    relevance: 'mention',
    title: 'Putin signs new nuclear doctrine',
    text: `Russian President Vladimir Putin signed a new nuclear doctrine on Tuesday. It widens the circle of states and alliances against which Russia may use such weapons and names a massive attack from the air as a reason.

The document had been announced in September and was worked out by the Security Council over the summer. Experts in Vienna saw little that was new in it.

The signing came two days after Washington allowed Ukraine to use American missiles to strike targets inside Russia.`,
  },
  {
    kind: 'a new nuclear doctrine, with the leave and an old threat recalled',
    relevance: 'mention',
    title: 'Putin puts new doctrine into force',
    text: `President Vladimir Putin on Tuesday put into force a nuclear doctrine that treats an attack on Russia by any state which a nuclear power supports as a joint attack.

It follows President Biden's decision to let Ukraine hit targets inside Russia with American missiles. Putin had previously warned that letting Ukraine use Western missiles against Russia would mean war with NATO.

Nuclear weapons may be used, the text adds, in answer to an attack that endangers the state or its ally Belarus.`,
  },
  {
    kind: 'a Russian threat about delivery',
    relevance: 'none',
    isBare: true,
    title: 'Zakharova warns Seoul',
    text: `Russia will respond if South Korea supplies weapons to Ukraine, foreign ministry spokeswoman Maria Zakharova said on Friday. The delivery of arms to Kyiv would destroy relations between the two countries for good.

Seoul has given Ukraine mine detectors and body armour and says that it is reviewing its position on arms supplies.`,
  },
  {
    kind: 'the Kremlin on leave to fire',
    relevance: 'core',
    title: 'Kremlin: missiles on Russia mean NATO at war',
    text: `If the United States allows Ukraine to strike Russia with long-range missiles, NATO will be at war with Russia, Kremlin spokesman Dmitry Peskov warned on Thursday.

Moscow would respond to any strike on Russian territory with British Storm Shadow missiles, he said.`,
    positions: ['RU WARNS_AGAINST'],
  },
  {
    kind: 'cluster munitions and mines: bans and supply',
    relevance: 'none',
    isBare: true,
    title: 'Ottawa group criticises mines for Ukraine',
    text: `The decision of the United States to give Ukraine anti-personnel mines undermines the convention that bans them, a group of member states said in Geneva on Wednesday. Ukraine has signed the treaty and is not allowed to use such weapons.

The group also called for an end to the use of cluster munitions by Russia and by Ukraine.`,
  },
  {
    kind: 'export licences and consent to pass on',
    relevance: 'none',
    isBare: true,
    title: 'Bern refuses again',
    text: `Switzerland has refused to let Germany pass on Swiss ammunition for Gepard tanks to Ukraine. The law on war material does not permit the re-export of weapons to a country at war, the government in Bern said.

Parliament wants to ease the restrictions on the export of arms, but the change will not come into force before next year.`,
  },
  {
    kind: 'a ban on arming one unit',
    relevance: 'none',
    isBare: true,
    title: 'US lifts ban on arms for Azov brigade',
    text: `The United States has lifted a ban on giving American weapons and training to the Azov brigade of Ukraine, the State Department said on Tuesday. A review found no evidence of violations of human rights by the unit.

Moscow condemned the step. The brigade said that it would now be able to use the same weapons as other units of the National Guard.`,
  },
  {
    kind: 'limits on the use of weapons by Israel',
    relevance: 'none',
    isBare: true,
    title: 'Biden holds back bombs',
    text: `President Joe Biden said on Wednesday that Israel may not use American bombs in an attack on Rafah. Washington held back a shipment of 2,000-pound bombs and is reviewing the restrictions on the use of its weapons in Gaza.

A law for aid to Israel, Ukraine and Taiwan had been signed two weeks before. Republicans urged the president to lift the limits.`,
  },
  {
    kind: 'gun law at home',
    relevance: 'none',
    isBare: true,
    title: 'Court lifts ban on magazines',
    text: `A federal court on Friday lifted California's ban on weapons with large magazines. The judge said that citizens have the right to use such rifles to defend themselves, as people in Ukraine had been allowed to.

The attorney general will appeal against the ruling. Police chiefs warned of the consequences.`,
  },
  {
    kind: 'treaties on arms and the range of missiles',
    relevance: 'none',
    isBare: true,
    title: 'What is left of the missile treaties',
    text: `The treaty that banned missiles with a range from 500 to 5,500 kilometres ended in 2019, when the United States and Russia withdrew from it. Neither side is bound by limits on the use or the number of such weapons any more.

Ukraine, which gave up its arsenal in the nineties, builds missiles of its own again. Iran says that it keeps its missiles below 2,000 kilometres.`,
  },
  {
    kind: 'North Korean shells for Russia',
    relevance: 'none',
    isBare: true,
    title: 'Seoul counts shells',
    text: `North Korea has sent Russia more than six million shells for its war against Ukraine, South Korea's intelligence service told lawmakers on Thursday. Missiles from Pyongyang struck Kharkiv and Kyiv in winter.

Sanctions that ban the use of such weapons have not stopped the trains, the service said.`,
  },
  {
    kind: 'North Korean troops as the reason for leave',
    relevance: 'mention',
    title: 'Seoul counts soldiers',
    text: `North Korea has sent Russia 11,000 soldiers for its war against Ukraine, South Korea's intelligence service told lawmakers on Thursday. They are trained in the Far East and brought to the front by rail.

Pyongyang is paid in oil, wheat and technology for satellites, the service said, and could send as many again.

Their arrival was the reason why Washington allowed Ukraine to use American missiles to strike targets in the Kursk region.`,
  },
  {
    kind: 'data for long-range strikes as a condition of use',
    relevance: 'core',
    title: 'No strikes without American data',
    text: `Britain and France cannot let Ukraine fire Storm Shadow missiles at targets inside Russia without the consent of the United States, since the missiles need American data, officials in London said.

Washington has refused to give its consent to the use of the missiles on Russian territory, two of them said on Friday.`,
  },
  {
    kind: 'a peace plan that falls if Moscow is hit',
    relevance: 'none',
    title: 'What stands in the 28 points',
    text: `The plan of 28 points for an end of the war promises Ukraine guarantees of its security. They fall if Ukraine fires a missile at Moscow or at Saint Petersburg without a reason, a draft says that was published on Thursday.

Kyiv would have to limit its army to 600,000 soldiers and give up the rest of Donbas. European governments reject the plan.`,
  },
  {
    kind: 'a victory plan with the limits among its points',
    relevance: 'mention',
    title: 'Zelenskyy takes his plan to Washington',
    text: `President Volodymyr Zelenskyy will present his victory plan to Joe Biden in Washington on Thursday. It has five points, among them an invitation to NATO, the use of the country's raw materials, and money for the rebuilding of its power stations.

The president will also meet both candidates for the White House, his office said, and speak to the United Nations in New York.

Ukraine asks its partners to lift the restrictions on the use of their weapons against targets inside Russia, a person who has seen the plan said.`,
  },
  {
    kind: 'an analysis of the sanctuary',
    relevance: 'core',
    title: 'The price of a sanctuary',
    text: `Russia holds its bombers and its reserves where Western weapons may not hit them. The ban of the United States on strikes inside Russia with ATACMS missiles leaves at least 200 military targets within their range untouched, an institute in Washington counts.

Because American weapons may not be used on Russian territory, Russian commanders mass troops in the open, its authors write. They call on the White House to lift the restrictions that it has put on Ukraine.`,
  },
  {
    kind: 'a poll on leave to strike',
    relevance: 'core',
    title: 'Germans divided over strikes',
    text: `A narrow majority of Germans oppose allowing Ukraine to use German weapons to strike targets inside Russia, a poll published on Thursday shows. 47 percent are against, 42 percent for it.

In the east of the country two thirds reject the use of Western weapons on Russian territory.`,
  },
  {
    kind: 'strikes of workers and restrictions on water',
    relevance: 'none',
    isBare: true,
    title: 'Rail strike and water restrictions',
    text: `Rail workers in Kyiv ended their strike on Friday after the government lifted the restrictions on overtime. The unions had the right to strike, a court had ruled; missiles had damaged two of the city's depots in spring.

Restrictions on the use of water were eased in Odesa, where lightning struck a pumping station.`,
  },
];
