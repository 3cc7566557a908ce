import { decodeHTMLStrict } from 'entities';

const CDATA_OPEN = '<![CDATA[';

/**
 * Escapes every `<` that opens no tag ("I <3 news"), which would otherwise swallow the text behind it.
 * CDATA sections and comments stay as they are.
 */
export function escapeStrayMarkup(xml: string): string {
  return outsideSections(xml, (part) => part.replace(/<(?![A-Za-z_/?!\u0080-\uffff])/g, '&lt;'));
}

/** Changes everything but CDATA sections and comments, which stay letter by letter. */
export function outsideSections(xml: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const section = nextSection(xml, at);
    parts.push(change(xml.slice(at, section.start)), xml.slice(section.start, section.end));
    at = section.end;
  }
  return parts.join('');
}

/**
 * Turns `&nbsp;`, `&#8217;` and the like into characters, and leaves a bare `&` alone. HTML's names are
 * included, because feeds use them without declaring them.
 */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

function nextSection(xml: string, from: number): { start: number; end: number } {
  let start = xml.indexOf('<!', from);
  while (start !== -1) {
    if (xml.startsWith(CDATA_OPEN, start)) return { start, end: endAfter(xml, ']]>', start) };
    if (xml.startsWith('<!--', start)) return { start, end: endAfter(xml, '-->', start) };
    start = xml.indexOf('<!', start + 2);
  }
  return { start: xml.length, end: xml.length };
}

function endAfter(xml: string, closing: string, from: number): number {
  const found = xml.indexOf(closing, from);
  return found === -1 ? xml.length : found + closing.length;
}
