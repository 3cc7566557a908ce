import type { Digest, Quotation, StoryEntry } from '../digest.ts';
import { html, link, type Markup } from '../html.ts';
import { bidiSafe, commaSeparated, dotted, more, section, sourceLink } from './parts.ts';
import { STYLE } from './style.ts';

export function renderStories({ stories }: Digest): Markup {
  const content =
    stories.entries.length === 0
      ? html`<p class="ink" style="${STYLE.paragraph}">No relevant article was published.</p>`
      : [stories.entries.map(renderStory), more(stories)];
  return section('Stories', content);
}

function renderStory(story: StoryEntry, index: number): Markup {
  const title = link(story.lead.url, bidiSafe(story.title), html` class="ink" style="${STYLE.titleLink}"`);
  return html`
<div style="${index === 0 ? '' : 'margin-top:32px;'}">
<h3 class="ink" style="${STYLE.storyTitle}">${title}</h3>
<p class="muted" style="${STYLE.small}">${dotted(sourceLink(story.lead), story.published, story.breadth)}</p>
${renderNews(story)}
${story.quotations.map(renderQuotation)}
${renderOthers(story)}
</div>`;
}

function renderNews({ news, newsMoreCount, newsBelow }: StoryEntry): Markup | undefined {
  if (news.length === 0) return undefined;
  return html`<ul class="ink" style="${STYLE.list}">${news.map(
    (line) => html`<li style="${STYLE.listItem}">${bidiSafe(line)}</li>`,
  )}${newsMoreCount > 0 && mutedItem(`and ${newsMoreCount} more`)}${newsBelow !== '' && mutedItem(`${newsBelow}: see below`)}</ul>`;
}

function mutedItem(text: string): Markup {
  return html`<li class="muted" style="${STYLE.listItem}color:#5a6068;">${text}</li>`;
}

function renderQuotation({ speaker, excerpt, isReported }: Quotation): Markup {
  const words = bidiSafe(excerpt.text);
  return html`
<p class="ink" style="${STYLE.excerpt}">${isReported ? words : html`&ldquo;${words}&rdquo;`}</p>
<p class="muted" style="${STYLE.small}margin-top:2px;">${bidiSafe(speaker)}, in ${sourceLink(excerpt.source)}</p>`;
}

function renderOthers({ others, othersMoreCount }: StoryEntry): Markup | undefined {
  if (others.length === 0) return undefined;
  const rest = othersMoreCount > 0 && html` and ${othersMoreCount} more`;
  return html`<p class="muted" style="${STYLE.small}margin-top:12px;">Also in ${commaSeparated(others.map(sourceLink))}${rest}</p>`;
}
