import type { NonArticleReason } from '../article.ts';
import { normalizeForComparison } from '../cleaning/sentence-shape.ts';
import { countWords } from '../cleaning/word-count.ts';

/** What a page shows, as far as it helps to tell an article from a stand-in for one. */
export interface PageImpression {
  readonly title: string;
  /** What extraction would return. */
  readonly text: string;
  /** Everything a reader without JavaScript sees. */
  readonly visibleText: string;
  readonly scriptCount: number;
}

/** A stand-in says one thing at length; a page with more words than this has something else to say as well. */
const MAX_STAND_IN_WORDS = 250;
/** Fewer words than this are no article on any page: a cookie line, a copyright, a label. */
const MIN_ARTICLE_WORDS = 12;

/** Titles that only a check for robots has. After the interstitials of Cloudflare, Akamai, PerimeterX, Imperva. */
const BOT_CHECK =
  /\b(?:just a moment|attention required|are you a robot|are you human|verify (?:that )?you are (?:a )?human|verifying you are human|access (?:to this page has been )?denied|pardon our interruption|checking your browser|security check|unusual traffic|captcha|request unsuccessful|bot detection)\b/;

const NOT_FOUND =
  /(?:^|\W)(?:(?:error|http) 404|404 (?:error|page|not found|-)|(?:page|article|story|content|file) (?:can(?:no|')t be found|could not be found|is no longer available|not found|was not found|does not exist|doesn't exist)|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|сторінк[уа] не знайден[оа]|страница не найдена|nie znaleziono strony)(?:\W|$)/;

const CONSENT =
  /\b(?:before you continue|we value your privacy|we (?:and our partners )?(?:use|store)[^.]{0,40}cookies|consent to (?:the use of )?cookies|manage (?:your )?(?:cookies|consent|privacy)|accept (?:all )?(?:cookies|and continue)|your privacy (?:choices|matters)|cookie[- ](?:einstellungen|richtlinie)|alle akzeptieren|(?:accepter|refuser) (?:les|tous les)? ?cookies|aceptar (?:todas las )?cookies)/;

const SCRIPT_NEEDED =
  /\b(?:(?:enable|activate|requires?|turn on|need(?:s)?) (?:to (?:enable|run) )?java ?script|javascript (?:is|has been|must be|to be)? ?(?:disabled|required|enabled|needed)|without javascript|javascript aktivieren|activer javascript|увімкніть javascript|включите javascript)/;

/**
 * Says why a page is not an article, or `undefined` when it may be one.
 *
 * Only pages with little text are judged: an article may well be *about* cookies or robots.
 */
export function detectNonArticle(page: PageImpression): NonArticleReason | undefined {
  const title = normalizeForComparison(page.title);
  const seen = normalizeForComparison(page.visibleText.slice(0, 5_000));
  const words = countWords(page.text);
  if (words <= MAX_STAND_IN_WORDS) {
    if (BOT_CHECK.test(title) || (words < 60 && BOT_CHECK.test(seen))) return 'bot-check';
    if (NOT_FOUND.test(title) || /^(?:404|not found)$/.test(title)) return 'not-found-page';
    if (words < 60 && NOT_FOUND.test(seen.slice(0, 600))) return 'not-found-page';
    if (isMostlyAbout(CONSENT, page.text)) return 'consent-wall';
  }
  if (words < 60 && page.scriptCount > 0 && SCRIPT_NEEDED.test(seen)) return 'javascript-shell';
  if (words >= MIN_ARTICLE_WORDS) return undefined;
  if (CONSENT.test(seen)) return 'consent-wall';
  return page.scriptCount > 0 && countWords(seen) < MIN_ARTICLE_WORDS
    ? 'javascript-shell'
    : 'no-article-text';
}

/** True when at least half of the paragraphs speak of it. */
function isMostlyAbout(subject: RegExp, text: string): boolean {
  const paragraphs = text.split('\n\n').map(normalizeForComparison);
  const hits = paragraphs.filter((paragraph) => subject.test(paragraph) || /\bcookies?\b/.test(paragraph));
  return hits.some((paragraph) => subject.test(paragraph)) && hits.length * 2 >= paragraphs.length;
}
