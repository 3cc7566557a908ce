import { UNSUBSCRIBE_PLACEHOLDER } from './digest-input.ts';
import { html, link } from './html.ts';
import { STYLE } from './html-sections/style.ts';
import { cleanLine } from './plain-text.ts';
import { renderPage } from './render-page.ts';
import { textBlock, textLine } from './text-sections/parts.ts';

const MAX_LABEL_CHARACTERS = 120;
const MAX_NOTE_CHARACTERS = 300;

/** The question whether an address wants to be subscribed. The link's address is the placeholder, as in a digest. */
export function renderConfirmation(given: { readonly topicLabel: string; readonly senderNote: string }): {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
} {
  const label = cleanLine(given.topicLabel, MAX_LABEL_CHARACTERS);
  const sender = cleanLine(given.senderNote, MAX_NOTE_CHARACTERS);
  const subject = 'Do you want the Caveat digest?';
  const asked = `Somebody asked to have the daily digest on “${label}” sent to this address.`;
  const ifNot =
    'If it was not you, do nothing: without your answer nothing more is sent. The link works for 14 days.';
  const linkLook = html` class="accent" style="${STYLE.link}"`;
  return {
    subject,
    html: renderPage({
      subject,
      preheader: asked,
      content: html`
<h1 class="ink" style="${STYLE.h1}">${subject}</h1>
<p class="ink" style="${STYLE.paragraph}">${asked}</p>
<p class="ink" style="${STYLE.paragraph}">${link(UNSUBSCRIBE_PLACEHOLDER, 'Open this page to say yes', linkLook)}</p>
<p class="muted" style="${STYLE.small}">${ifNot}</p>
<p class="muted" style="${STYLE.small}margin-top:18px;">${sender}</p>`,
    }),
    text: `${[
      textLine(asked),
      textBlock(textLine('To say yes, open'), UNSUBSCRIBE_PLACEHOLDER),
      textLine(ifNot),
      textLine(sender),
    ].join('\n\n')}\n`,
  };
}
