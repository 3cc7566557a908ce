/** What the function URL shows before and after. The form posts to the page's own address, so that nothing from outside is ever printed. */
export const PAGES = {
  unsubscribe: {
    form: page('Stop this digest?', form('Stop sending me the digest')),
    done: page('Done', '<p>If the link was ours, no further digest is sent to this address.</p>'),
  },
  confirm: {
    form: page('Start the digest?', form('Yes, send me the digest')),
    done: page(
      'Thank you',
      '<p>If the link was ours and not older than 14 days, the next digest comes to this address. Each has a link to stop it.</p>',
    ),
  },
} as const;

function form(label: string): string {
  return `<form method="post"><button type="submit">${label}</button></form>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
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
