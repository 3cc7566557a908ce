/** The lines that decide something for us. Sitemaps and the like neither do nor end a group (RFC 9309 section 2.2.4). */
const RULE_KEYS: readonly string[] = ['allow', 'crawl-delay', 'disallow'];

/**
 * Leaves of a robots.txt the groups for one product and for everybody, and of those the lines that decide.
 *
 * robots-parser copies each rule to each agent of its group, so that half a megabyte of agents and rules, which any
 * host may serve, becomes gigabytes; and it matches a run of `*` star by star. What is left here has at most two
 * agents to a group and single stars, and means the same.
 *
 * @param userAgent whole header value or product token only
 */
export function prepareRobots(robotsTxt: string, userAgent: string): string {
  const product = productToken(userAgent);
  const kept: string[] = [];
  let agents = new Set<string>();
  let isHead = true;
  for (const line of robotsTxt.split(/\r\n|\r|\n/)) {
    const [key, value] = splitLine(line);
    if (key === 'user-agent') {
      if (!isHead) agents = new Set();
      isHead = true;
      const agent = productToken(value);
      if (agent === product || agent === '*') agents.add(agent);
    } else if (RULE_KEYS.includes(key)) {
      if (isHead) kept.push(...[...agents].map((agent) => `user-agent: ${agent}`));
      isHead = false;
      if (agents.size > 0) kept.push(`${key}: ${value.replace(/\*{2,}/g, '*')}`);
    }
  }
  return kept.join('\n');
}

/** Without its comment: the key in lower case, and the value. */
function splitLine(line: string): [key: string, value: string] {
  const [meaningful = ''] = line.split('#', 1);
  const colon = meaningful.indexOf(':');
  if (colon < 0) return ['', ''];
  return [meaningful.slice(0, colon).trim().toLowerCase(), meaningful.slice(colon + 1).trim()];
}

/** RFC 9309 section 2.2.1: what stands before the version, whatever its case. */
function productToken(userAgent: string): string {
  const [product = ''] = userAgent.split('/', 1);
  return product.trim().toLowerCase();
}
