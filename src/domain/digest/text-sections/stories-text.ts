import type { Digest, StoryEntry } from '../digest.ts';
import { textBlock, textExcerpt, textLine, textMore, textSection, textSource } from './parts.ts';

export function renderStoriesText({ stories }: Digest): string {
  if (stories.entries.length === 0) return textSection('Stories', ['No relevant article was published.']);
  return textSection('Stories', [...stories.entries.map(renderStory), textMore(stories)]);
}

function renderStory(story: StoryEntry, index: number): string {
  const quotations = story.quotations.map(({ speaker, excerpt, isReported }) =>
    textBlock(
      isReported ? textExcerpt(excerpt, '     ') : textLine(`“${excerpt.text}”`, '     '),
      textLine(`(${speaker}, in ${excerpt.source.publisher})`, '     '),
    ),
  );
  return textBlock(
    textLine(`${index + 1}. ${story.title}`, '', '   '),
    textSource({ ...story.lead, publisher: `${story.lead.publisher}, ${story.published}` }, '   '),
    textLine(story.breadth, '   '),
    ...story.news.map((line) => textLine(`- ${line}`, '   ', '     ')),
    story.newsMoreCount > 0 ? `   - and ${story.newsMoreCount} more` : undefined,
    story.newsBelow === '' ? undefined : textLine(`- ${story.newsBelow}: see below`, '   ', '     '),
    ...quotations,
    renderOthers(story),
  );
}

function renderOthers({ others, othersMoreCount }: StoryEntry): string | undefined {
  if (others.length === 0) return undefined;
  const rest = othersMoreCount > 0 ? `   and ${othersMoreCount} more` : undefined;
  return textBlock('   Also in:', ...others.map((other) => textSource(other, '   ')), rest);
}
