/** The form posts to the page's own address, token included, so that nothing from outside is ever printed. */
export function formPage(): string {
  return page(
    'Stop this digest?',
    '<form method="post"><button type="submit">Stop sending me the digest</button></form>',
  );
}

export function donePage(): string {
  return page('Done', '<p>No further digest is sent to this address.</p>');
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem }
  button { font: inherit; padding: .6em 1.2em; cursor: pointer }
</style>
<h1>${title}</h1>
${body}
</html>
`;
}
