import { z } from 'zod';
import { type MailAddress, parseMailAddress } from './mail-address.ts';
import { SesError } from './ses-error.ts';

/** @see Amazon SES Developer Guide, "Service quotas" */
const MAX_RECIPIENTS = 50;
const MAX_TAGS = 50;

const Part = z.object({ Data: z.string(), Charset: z.string().optional() });
const Addresses = z.array(z.string()).default([]);
/** A header's value is one line of printable ASCII, so that nothing can be slipped in behind it. */
const Header = z.object({
  Name: z
    .string()
    .regex(/^[\u0021-\u0039\u003b-\u007e]{1,126}$/, 'a header name is printable and has no colon'),
  Value: z.string().regex(/^[\u0020-\u007e]{1,995}$/, 'a header value is one line of printable ASCII'),
});
const Tag = z.object({
  Name: z.string().regex(/^[\w.@-]{1,256}$/, 'a tag consists of letters, digits, _, -, . and @'),
  Value: z.string().regex(/^[\w.@-]{1,256}$/, 'a tag consists of letters, digits, _, -, . and @'),
});
const Simple = z.object({
  Subject: Part,
  Body: z.object({ Text: Part.optional(), Html: Part.optional() }),
  Headers: z.array(Header).max(15).default([]),
});
const SendEmail = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses })
    .default({ ToAddresses: [], CcAddresses: [], BccAddresses: [] }),
  ReplyToAddresses: Addresses,
  Content: z.object({ Simple: Simple.optional(), Raw: z.object({ Data: z.base64() }).optional() }),
  EmailTags: z.array(Tag).max(MAX_TAGS).default([]),
  ConfigurationSetName: z.string().optional(),
});

interface Envelope {
  readonly from: MailAddress | undefined;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly replyTo: readonly MailAddress[];
  /** The sender's, and the one by which the service's rules find the configuration set. */
  readonly tags: readonly { readonly name: string; readonly value: string }[];
}

/** A mail made of its parts, which the service puts together. */
export interface SimpleMail extends Envelope {
  readonly kind: 'simple';
  readonly from: MailAddress;
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** A mail that the caller put together. */
export interface RawMail extends Envelope {
  readonly kind: 'raw';
  readonly source: Buffer;
}

/** @throws SesError where the service would refuse the request */
export function parseSendRequest(raw: unknown): SimpleMail | RawMail {
  const result = SendEmail.safeParse(raw);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new SesError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { ConfigurationSetName, Content, Destination, EmailTags, FromEmailAddress, ReplyToAddresses } =
    result.data;
  const envelope: Envelope = {
    from: FromEmailAddress === undefined ? undefined : parseMailAddress(FromEmailAddress),
    to: Destination.ToAddresses.map(parseMailAddress),
    cc: Destination.CcAddresses.map(parseMailAddress),
    bcc: Destination.BccAddresses.map(parseMailAddress),
    replyTo: ReplyToAddresses.map(parseMailAddress),
    tags: [
      ...EmailTags.map(({ Name, Value }) => ({ name: Name, value: Value })),
      ...(ConfigurationSetName === undefined
        ? []
        : [{ name: 'ses:configuration-set', value: ConfigurationSetName }]),
    ],
  };
  const recipients = recipientsOf(envelope);
  if (recipients.length > MAX_RECIPIENTS) throw new SesError(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  return withContent(envelope, Content);
}

export function recipientsOf({ to, cc, bcc }: Pick<Envelope, 'to' | 'cc' | 'bcc'>): readonly MailAddress[] {
  return [...to, ...cc, ...bcc];
}

function withContent(
  envelope: Envelope,
  content: z.output<typeof SendEmail>['Content'],
): SimpleMail | RawMail {
  const { Simple, Raw } = content;
  if (Raw) return { kind: 'raw', ...envelope, source: Buffer.from(Raw.Data, 'base64') };
  if (!Simple) throw new SesError('Content.Simple or Content.Raw is required; templates are not emulated.');
  const { from } = envelope;
  if (!from) throw new SesError('FromEmailAddress is required with Content.Simple.');
  if (recipientsOf(envelope).length === 0) throw new SesError('Destination has no address.');
  const { Text, Html } = Simple.Body;
  if (!Text && !Html) throw new SesError('Content.Simple.Body needs Text or Html.');
  return {
    kind: 'simple',
    ...envelope,
    from,
    subject: Simple.Subject.Data,
    text: Text?.Data,
    html: Html?.Data,
    headers: Simple.Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
  };
}
