/** Escapes text for an HTML or XML element or a double-quoted attribute. No-break spaces stay visible as `&#160;`. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&#160;');
}

/** A JSON literal that may stand inside a script element: no `</script>` can occur in it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * Fills `{{name}}` with the escaped value and `{{{name}}}` with the value as it is.
 *
 * @param place the template's file, for the error
 * @throws Error when the template names a value that was not given, since a silent gap would look like a page's own fault
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  place: string,
): string {
  return template.replace(/\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g, (_, raw?: string, escaped?: string) => {
    const name = raw ?? escaped ?? '';
    const value = values[name];
    if (value === undefined) {
      throw new Error(`${place} asks for {{${name}}}; known are ${Object.keys(values).sort().join(', ')}`);
    }
    return raw === undefined ? escapeMarkup(value) : value;
  });
}

/** Reads a file of small templates, each below a line `<!-- block NAME -->`. */
export function readBlockTemplates(source: string): ReadonlyMap<string, string> {
  const parts = source.split(/^<!-- block ([a-z-]+) -->\n/m);
  const blocks = new Map<string, string>();
  for (let index = 1; index + 1 < parts.length; index += 2) {
    blocks.set(parts[index] ?? '', parts[index + 1] ?? '');
  }
  return blocks;
}

/** Bold and links inside a paragraph, as HTML. */
export function inlineHtml(marked: string): string {
  return escapeMarkup(marked)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(([^)]*)\)/g, '<a href="$2">$1</a>');
}
