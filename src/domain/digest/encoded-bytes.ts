const MAX_LINE_CHARACTERS = 76;

/**
 * How many bytes a text takes in a mail, in whichever of the two encodings takes more: quoted-printable (RFC 2045,
 * section 6.7), in which a byte beyond ASCII or an equals sign becomes three, or base64 (section 6.8). A mail service
 * chooses between them and where to break lines, which makes a hundredth; mail programs cut off what is long.
 */
export function encodedBytes(text: string): number {
  return Math.max(quotedPrintableBytes(text), base64Bytes(encoder.encode(text).length));
}

const encoder = new TextEncoder();
const LINE_END = '\r\n';

/** No character is split between two lines, as mail libraries have it too. */
function quotedPrintableBytes(text: string): number {
  let total = 0;
  let column = 0;
  for (const character of text) {
    if (character === '\n') {
      total += LINE_END.length;
      column = 0;
      continue;
    }
    const width = isLiteral(character) ? 1 : 3 * encoder.encode(character).length;
    // A soft line break is an equals sign and a line end, and the sign needs room on the line.
    if (column + width >= MAX_LINE_CHARACTERS) {
      total += 1 + LINE_END.length;
      column = 0;
    }
    total += width;
    column += width;
  }
  return total;
}

function isLiteral(character: string): boolean {
  return character >= ' ' && character <= '~' && character !== '=';
}

function base64Bytes(byteCount: number): number {
  const characters = Math.ceil(byteCount / 3) * 4;
  return characters + Math.floor((characters - 1) / MAX_LINE_CHARACTERS) * LINE_END.length;
}
