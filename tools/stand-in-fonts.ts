import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Fonts that readers' machines have and a server has not, each with an open one of like measures. */
const STAND_INS = [
  {
    family: 'Georgia',
    weight: 400,
    style: 'normal',
    file: '@fontsource/gelasio/files/gelasio-latin-400-normal.woff2',
  },
  {
    family: 'Georgia',
    weight: 400,
    style: 'italic',
    file: '@fontsource/gelasio/files/gelasio-latin-400-italic.woff2',
  },
  {
    family: 'Georgia',
    weight: 700,
    style: 'normal',
    file: '@fontsource/gelasio/files/gelasio-latin-700-normal.woff2',
  },
  {
    family: 'Segoe UI',
    weight: 400,
    style: 'normal',
    file: '@fontsource/inter/files/inter-latin-400-normal.woff2',
  },
  {
    family: 'Segoe UI',
    weight: 400,
    style: 'italic',
    file: '@fontsource/inter/files/inter-latin-400-italic.woff2',
  },
  {
    family: 'Segoe UI',
    weight: 700,
    style: 'normal',
    file: '@fontsource/inter/files/inter-latin-700-normal.woff2',
  },
] as const;

/** A style sheet that lets a picture show the digest as most readers see it. */
export function standInFontFaces(): string {
  return STAND_INS.map(({ family, weight, style, file }) => {
    const data = readFileSync(require.resolve(file)).toString('base64');
    return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`;
  }).join('\n');
}
