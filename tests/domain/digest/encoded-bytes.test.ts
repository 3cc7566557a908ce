import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { encodedBytes } from '../../../src/domain/digest/encoded-bytes.ts';

/** The body of a mail as a mail library writes it. */
async function quotedPrintable(text: string): Promise<number> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const mail = {
    from: 'a@example.com',
    to: 'b@example.com',
    text,
    textEncoding: 'quoted-printable',
  } as const;
  const { message } = await transport.sendMail(mail);
  const source = (message as Buffer).toString('latin1');
  return source.slice(source.indexOf('\r\n\r\n') + 4).trimEnd().length;
}

/** RFC 2045, section 6.8. */
function base64(text: string): number {
  return (
    Buffer.from(text, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n').length;
}

describe('the bytes of a text in a mail', () => {
  it.each([
    { what: 'markup', text: '<p style="margin:0;color:#20242a;">Nothing changed</p>\n'.repeat(300) },
    { what: 'Cyrillic', text: 'Дозвіл на удари по цілях. '.repeat(400) },
    { what: 'emoji and accents', text: 'Ünïcödé 🇪🇺 '.repeat(500) },
    { what: 'one long line', text: 'x'.repeat(20_000) },
    { what: 'a word', text: 'x' },
  ])('are counted for $what, in whichever encoding takes more', async ({ text }) => {
    const most = Math.max(await quotedPrintable(text), base64(text));
    const counted = encodedBytes(text);
    // Libraries break their lines where they like.
    expect(counted).toBeGreaterThanOrEqual(most * 0.985 - 2);
    expect(counted).toBeLessThanOrEqual(most * 1.02 + 4);
  });
});
