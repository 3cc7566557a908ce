import { Parser } from 'htmlparser2';

/** The visible text of a piece of HTML, in one line. Scripts and styles are not visible. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (isHidden(name)) hidden += 1;
      if (isBreak(name)) parts.push(' ');
    },
    ontext: (text) => {
      if (hidden === 0) parts.push(text);
    },
    onclosetag: (name) => {
      if (isHidden(name)) hidden -= 1;
    },
  });
  parser.end(html);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/**
 * Whether a title that a feed calls plain text is HTML all the same: it has a closing tag or a reference that
 * HTML knows, and nothing that HTML does not know. Errs on the side of plain text, where nothing is lost.
 */
export function looksLikeHtml(text: string): boolean {
  if (!/<\/[a-z][a-z\d]*\s*>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(text)) return false;
  const names = [...text.matchAll(/<\/?([a-z]\w*)/gi)].map((match) => (match[1] ?? '').toLowerCase());
  return names.every((name) => HTML_ELEMENTS.has(name));
}

/** HTML elements that can stand in running text. Sorted. */
const HTML_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address article aside audio b bdi bdo big blink blockquote body br button canvas caption ' +
    'center cite code col colgroup data dd del details dfn dialog dir div dl dt em fieldset figcaption figure ' +
    'font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main ' +
    'map mark math menu meta nav nobr noscript object ol optgroup option output p param picture pre progress q ' +
    'rp rt ruby s samp script section select small span strike strong style sub summary sup svg table tbody td ' +
    'textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

function isHidden(name: string): boolean {
  return name === 'script' || name === 'style';
}

function isBreak(name: string): boolean {
  return name === 'br' || name === 'p' || name === 'div' || name === 'li';
}
