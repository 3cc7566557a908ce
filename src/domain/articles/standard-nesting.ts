import { HEADING, isElement, type PageElement, type PageNode } from './page-tree.ts';

/**
 * Whether a browser's parser would make exactly this tree of its HTML, so that its document can be built without one.
 *
 * It knows what elements of news pages may stand in (HTML Standard, 13.2.6.4, "in body" to "in cell") and says no to
 * everything else: a parser closes elements, moves text out of tables and adds what was left out.
 */
export function isStandardNesting(body: PageElement): boolean {
  return holdsInFlow(body, NOTHING_OPEN);
}

/** Which open elements would be closed, or be in the way, if one like them began now. */
interface Open {
  readonly paragraph: boolean;
  readonly link: boolean;
  readonly form: boolean;
  readonly point: boolean;
  readonly term: boolean;
}

const NOTHING_OPEN: Open = { paragraph: false, link: false, form: false, point: false, term: false };

/** Their start tag closes an open paragraph; what is looked for above a list's point ends at them. */
const SECTIONS: ReadonlySet<string> = new Set(
  (
    'article aside blockquote center details dir dl fieldset figcaption figure footer header hgroup main menu nav ol ' +
    'section summary ul'
  ).split(' '),
);

/** Their start tag closes an open paragraph too, and a point goes on to be open in them. */
const PLAIN_BLOCKS: ReadonlySet<string> = new Set(['address', 'div']);

/** No start tag of these does anything but open them. */
const ORDINARY: ReadonlySet<string> = new Set(['label', 'span']);
const CUSTOM_ELEMENT = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** A table's parts, each with the elements that may stand right in it. */
const TABLE_PARTS: Readonly<Record<string, readonly string[]>> = {
  table: ['caption', 'tbody', 'tfoot', 'thead'],
  tbody: ['tr'],
  tfoot: ['tr'],
  thead: ['tr'],
  tr: ['td', 'th'],
};

/** A parser drops or changes these characters. */
const CHANGED_CHARACTERS = /[\0\r]/;

function holdsInFlow(parent: PageElement, open: Open): boolean {
  return hasPlainAttributes(parent) && parent.children.every((child) => standsInFlow(child, parent, open));
}

function standsInFlow(child: PageNode, parent: PageElement, open: Open): boolean {
  if (!isElement(child)) return !CHANGED_CHARACTERS.test(child);
  const { name } = child;
  if (ORDINARY.has(name) || CUSTOM_ELEMENT.test(name)) return holdsInFlow(child, open);
  if (name === 'a') return !open.link && holdsInFlow(child, { ...open, link: true });
  if (name === 'br') return hasPlainAttributes(child);
  return !open.paragraph && standsAsBlock(child, parent, open);
}

/** Of an element whose start tag would close an open paragraph. */
function standsAsBlock(child: PageElement, parent: PageElement, open: Open): boolean {
  const { name } = child;
  const inside = { ...open, point: false, term: false };
  if (name === 'hr') return hasPlainAttributes(child);
  if (name === 'p') return holdsInFlow(child, { ...open, paragraph: true });
  if (PLAIN_BLOCKS.has(name)) return holdsInFlow(child, open);
  if (SECTIONS.has(name)) return holdsInFlow(child, inside);
  if (HEADING.test(name)) return !HEADING.test(parent.name) && holdsInFlow(child, inside);
  if (name === 'li') return !open.point && holdsInFlow(child, { ...inside, point: true });
  if (name === 'dt' || name === 'dd') return !open.term && holdsInFlow(child, { ...inside, term: true });
  if (name === 'form') return !open.form && holdsInFlow(child, { ...inside, form: true });
  if (name === 'pre') return !startsWithNewline(child) && holdsInFlow(child, inside);
  return name === 'table' && holdsTableParts(child, inside);
}

function holdsTableParts(part: PageElement, open: Open): boolean {
  const allowed = TABLE_PARTS[part.name] ?? [];
  return (
    hasPlainAttributes(part) &&
    part.children.every((child) => {
      if (!isElement(child)) return /^[ \t\n\f]*$/.test(child);
      if (!allowed.includes(child.name)) return false;
      if (TABLE_PARTS[child.name]) return holdsTableParts(child, open);
      return holdsInFlow(child, { ...NOTHING_OPEN, form: open.form });
    })
  );
}

/** A parser drops a line break right behind the tag. */
function startsWithNewline({ children }: PageElement): boolean {
  const [first] = children;
  return typeof first === 'string' && first.startsWith('\n');
}

function hasPlainAttributes({ attributes }: PageElement): boolean {
  for (const name in attributes) if (CHANGED_CHARACTERS.test(attributes[name] ?? '')) return false;
  return true;
}
