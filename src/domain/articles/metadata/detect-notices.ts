import { normalizeForComparison, normalTextOf } from '../cleaning/sentence-shape.ts';
import type { TextBlock } from '../cleaning/text-blocks.ts';
import type { Page } from '../read-page.ts';
import { isObject, type JsonLdObject, listOf } from './json-ld.ts';

const MAX_QUOTED_CHARS = 200;

const PAYWALL_TEXT =
  /\b(?:subscribe (?:now )?to (?:continue|keep|read)|to continue reading(?:,| this)|this (?:article|content|story) is (?:for|only available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|already a subscriber|subscribers only|become a subscriber to|cet article est réservé|réservé aux abonnés|nur für abonnenten|weiterlesen mit|jetzt weiterlesen|contenido exclusivo para suscriptores)/;

const CORRECTION =
  /^(?:correction|corrections|clarification|editor(?:'|s|'s|s')* note|update|berichtigung|korrektur|anmerkung der redaktion|correctif|rectificatif|note de la rédaction|corrección|fe de errores|уточнення|виправлення)\s?(?:\([^)]{0,60}\)|,? [^:]{0,40})?:|^(?:an earlier|a previous) version of this (?:article|story|report|post)|^this (?:article|story|report|post) (?:has been|was) (?:amended|corrected|updated)/;

/** What a reader must know about the text: it may be cut by a paywall, it was corrected. */
export function detectNotices(
  page: Page,
  article: JsonLdObject | undefined,
  blocks: readonly TextBlock[],
  visibleText: string,
): readonly string[] {
  return [...detectPaywall(page, article, visibleText), ...detectCorrections(blocks)];
}

function detectPaywall(page: Page, article: JsonLdObject | undefined, visibleText: string): string[] {
  if (isMarkedAsPaid(article)) return ['paywall: the page says that the article is not free to read'];
  const tier = page.meta.get('article:content_tier') ?? page.meta.get('content_tier') ?? '';
  if (/^(?:locked|paid|premium)$/i.test(tier))
    return [`paywall: the page names its tier as ${tier.toLowerCase()}`];
  const match = PAYWALL_TEXT.exec(normalizeForComparison(visibleText));
  return match ? [`paywall: the page says "${match[0]}"; the text may be cut`] : [];
}

/** @see https://schema.org/isAccessibleForFree, on the article or on its marked parts */
function isMarkedAsPaid(article: JsonLdObject | undefined): boolean {
  return [article, ...listOf(article?.['hasPart'])].some(
    (part) => isObject(part) && /^false$/i.test(String(part['isAccessibleForFree'])),
  );
}

function detectCorrections(blocks: readonly TextBlock[]): string[] {
  return blocks
    .filter((block) => CORRECTION.test(normalTextOf(block)))
    .map((block) => `correction: ${block.text.slice(0, MAX_QUOTED_CHARS)}`);
}
