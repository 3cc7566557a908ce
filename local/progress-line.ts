/** Tells how a long run is going: one line that is written over on a terminal, nothing in between in a pipe. */
export interface ProgressLine {
  /** What is going on now. */
  show(text: string): void;
  /** A line that stays. */
  print(text: string): void;
  clear(): void;
}

const ERASE_LINE = '\r\u001b[2K';

export function progressLine(out: NodeJS.WriteStream = process.stdout): ProgressLine {
  const clear = () => {
    if (out.isTTY) out.write(ERASE_LINE);
  };
  return {
    show(text) {
      if (out.isTTY) out.write(`${ERASE_LINE}  ${text.slice(0, Math.max(20, out.columns - 3))}`);
    },
    print(text) {
      clear();
      out.write(`${text}\n`);
    },
    clear,
  };
}
