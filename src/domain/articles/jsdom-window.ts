import { JSDOM } from 'jsdom';

/**
 * The one window whose `DOMParser` reads pages: a window of its own costs each page 9 ms or more, and a parsed
 * document shares no state with it (docs/decisions/0130-one-window-for-many-pages.md).
 */
let parser: DOMParser | undefined;

/** The document of record of a page: nothing is loaded and nothing runs. */
export function parseHtml(html: string): Document {
  parser ??= new new JSDOM('').window.DOMParser();
  return parser.parseFromString(html, 'text/html');
}
