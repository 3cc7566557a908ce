import type { StoryArticle } from '../../src/domain/stories/story.ts';

const VOCABULARY = 30_000;
const TOPIC_WORDS = 60;
const ARTICLES_PER_EVENT = 5;
const WORDS_PER_ARTICLE = 450;

/**
 * Articles of a busy week on one topic: five to an event, every fifth a copy, words spread as they are in English (Zipf),
 * sixty words that every article shares, and two names and a quotation for each event. The same for the same count.
 */
export function writeArticles(count: number): StoryArticle[] {
  const random = startRandom(1);
  return Array.from({ length: Math.ceil(count / ARTICLES_PER_EVENT) }, (_, event) =>
    writeEvent(event, random),
  )
    .flat()
    .slice(0, count);
}

function writeEvent(event: number, random: () => number): StoryArticle[] {
  const eventWords = Array.from({ length: 25 }, () => drawWord(random));
  const names = `Mira Event${event} in Town${event}`;
  const quotation = `“${Array.from({ length: 18 }, () => drawWord(random)).join(' ')}”`;
  const listedMs = Date.UTC(2031, 4, 12) + Math.floor(random() * 7 * 86_400_000);
  const texts = Array.from({ length: ARTICLES_PER_EVENT - 1 }, () =>
    writeText(eventWords, names, quotation, random),
  );
  return [...texts, texts[0] ?? ''].map((text, index) => ({
    id: `article-${event}-${index}`,
    url: `https://news.example/${event}/${index}`,
    publisher: `Publisher ${index}`,
    publisherFamily: `Publisher ${index}`,
    title: `${names} ${eventWords.slice(index, index + 5).join(' ')}`,
    text,
    listedAt: new Date(listedMs + index * 3_600_000).toISOString(),
    positions: [],
    quotes: [],
  }));
}

function writeText(
  eventWords: readonly string[],
  names: string,
  quotation: string,
  random: () => number,
): string {
  const words = Array.from({ length: WORDS_PER_ARTICLE }, () => {
    const dice = random();
    if (dice < 0.1) return eventWords[Math.floor(random() * eventWords.length)] ?? '';
    return dice < 0.3 ? `topic${Math.floor(random() * TOPIC_WORDS)}` : drawWord(random);
  });
  words.splice(10, 0, names, quotation);
  return words.join(' ');
}

/** Rank r comes up about in proportion to 1/r. */
function drawWord(random: () => number): string {
  return `word${Math.floor(VOCABULARY ** random())}`;
}

/** A linear congruential generator (Numerical Recipes): the same numbers in every run. */
function startRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
