/** Well-formed feeds of three usual kinds, made up from a fixed seed so that each run measures the same bytes. */
export interface CleanFeed {
  readonly name: string;
  readonly contentType: string;
  readonly xml: string;
}

const ITEMS_PER_FEED = 50;

const WORDS = (
  'after against allies ammunition announced budget capital coalition comment deliver delivery describe early ' +
  'evening expected foreign government group havoc interview leader letter meeting minister morning northern ' +
  'official opposition parliament partner policy president press question region report request river said ' +
  'session spokesperson statement support talks treaty under vote weather week winter without year'
).split(' ');

export function cleanFeeds(): CleanFeed[] {
  return [
    {
      name: 'RSS 2.0, full text',
      contentType: 'application/rss+xml',
      xml: rss((random) => fullTextItem(random)),
    },
    {
      name: 'RSS 2.0, summaries',
      contentType: 'application/rss+xml',
      xml: rss((random) => summaryItem(random)),
    },
    { name: 'Atom 1.0, full text', contentType: 'application/atom+xml', xml: atom() },
  ];
}

function rss(item: (random: Random, index: number) => string): string {
  const random = seededRandom();
  const items = Array.from({ length: ITEMS_PER_FEED }, (_, index) => {
    const address = `https://news.example/2024/05/${index}/story`;
    return `    <item>
      <title>${sentence(random, 9)}</title>
      <link>${address}</link>
      <guid isPermaLink="false">https://news.example/?p=${index}</guid>
      <dc:creator><![CDATA[Reporter ${index % 7}]]></dc:creator>
      <pubDate>${new Date(Date.UTC(2024, 4, 27, 12, -17 * index)).toUTCString()}</pubDate>
      <category><![CDATA[World]]></category>
      <category><![CDATA[${WORDS[index % WORDS.length]}]]></category>
${item(random, index)}
    </item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
  <channel>
    <title>News of the Example</title>
    <atom:link href="https://news.example/feed/" rel="self" type="application/rss+xml" />
    <link>https://news.example</link>
    <description>What happens</description>
    <language>en-GB</language>
    <sy:updatePeriod>hourly</sy:updatePeriod>
    <sy:updateFrequency>1</sy:updateFrequency>
${items.join('\n')}
  </channel>
</rss>
`;
}

function fullTextItem(random: Random): string {
  return `      <description><![CDATA[<p>${sentence(random, 40)} [&#8230;]</p>]]></description>
      <content:encoded><![CDATA[${articleHtml(random)}]]></content:encoded>`;
}

function summaryItem(random: Random): string {
  return `      <description>${sentence(random, 60)} It&#8217;s said to &amp; fro.</description>`;
}

function atom(): string {
  const random = seededRandom();
  const entries = Array.from({ length: ITEMS_PER_FEED }, (_, index) => {
    const published = new Date(Date.UTC(2024, 4, 27, 12, -17 * index)).toISOString();
    return `  <entry>
    <id>tag:news.example,2024:${index}</id>
    <title type="html">${sentence(random, 9)}</title>
    <link rel="alternate" type="text/html" href="https://news.example/2024/05/${index}/story"/>
    <published>${published}</published>
    <updated>${published}</updated>
    <author><name>Reporter ${index % 7}</name></author>
    <category term="World"/>
    <summary type="text">${sentence(random, 40)}</summary>
    <content type="html">${escapeXml(articleHtml(random))}</content>
  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:news.example,2024:feed</id>
  <title>News of the Example</title>
  <link rel="alternate" href="https://news.example/"/>
  <updated>2024-05-27T12:00:00Z</updated>
${entries.join('\n')}
</feed>
`;
}

function articleHtml(random: Random): string {
  const paragraphs = Array.from(
    { length: 8 },
    (_, index) =>
      `<p>${sentence(random, 60)} <a href="https://news.example/topic/${index}?a=1&amp;b=2">${sentence(random, 4)}</a></p>\n`,
  );
  return `<figure><img src="https://cdn.news.example/i/1.jpg" alt="" width="640" height="360"/></figure>\n${paragraphs.join('')}`;
}

function sentence(random: Random, words: number): string {
  const chosen = Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${chosen.join(' ')}.`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type Random = () => number;

/** Numbers between 0 and 1 that are the same in every run (a linear congruential generator). */
function seededRandom(): Random {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
