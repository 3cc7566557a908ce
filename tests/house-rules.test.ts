import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, listFiles, ROOT, readSource } from './source-files.ts';

/** The rules of docs/architecture.md, so that an arrow never turns round unnoticed. */

const FILES = listFiles('*.ts').filter((path) => !path.endsWith('.d.ts') && existsSync(join(ROOT, path)));
const IMPORTS = FILES.flatMap(importsOf);

/** Which rooms a room may import, beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/contract': [],
  'src/config': ['src/domain'],
  'src/pipeline': ['src/contract', 'src/config', 'src/domain'],
  'src/adapters': ['src/contract', 'src/domain', 'src/pipeline'],
  'src/cli': ['src/config', 'src/contract', 'src/domain', 'src/pipeline'],
  'src/compose': ['src/adapters', 'src/config', 'src/contract', 'src/domain', 'src/pipeline'],
  lambdas: ['src/compose', 'src/config', 'src/contract', 'src/domain', 'src/pipeline'],
  'bin/caveat.ts': ['bin/command-line.ts'],
  'bin/command-line.ts': ['local', 'src/cli', 'src/compose', 'src/config', 'src/pipeline', 'src/domain'],
  'bin/app.ts': ['lib', 'src/config'],
  lib: ['src/config', 'src/contract'],
  local: [
    'lambdas',
    ...['adapters', 'cli', 'compose', 'config', 'contract', 'domain', 'pipeline'].map(
      (room) => `src/${room}`,
    ),
  ],
};

function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top === 'bin') return path;
  return top === 'src' ? `src/${second}` : top;
}

const describeImport = ({ from, to }: Import) => `${from} imports ${to}`;
const isOurs = ({ to }: Import) => to.endsWith('.ts');

describe('the arrows of the house', () => {
  it.each(Object.keys(MAY_IMPORT))('%s imports only what lies below it', (room) => {
    expect(FILES.some((path) => roomOf(path) === room)).toBe(true);
    const own = IMPORTS.filter((each) => isOurs(each) && roomOf(each.from) === room);
    const allowed = new Set([room, ...(MAY_IMPORT[room] ?? [])]);
    expect(own.filter(({ to }) => !allowed.has(roomOf(to))).map(describeImport)).toEqual([]);
  });

  it('no production file imports a test, a tool or a benchmark', () => {
    const production = IMPORTS.filter(({ from }) => roomOf(from) in MAY_IMPORT);
    expect(production.filter(({ to }) => /^(tests|tools|benchmarks)\//.test(to)).map(describeImport)).toEqual(
      [],
    );
  });

  it('every import of a file leads to a file', () => {
    expect(
      IMPORTS.filter((each) => isOurs(each) && !existsSync(join(ROOT, each.to))).map(describeImport),
    ).toEqual([]);
  });

  it('no file waits for itself', () => {
    expect(findCycle(IMPORTS.filter((each) => isOurs(each) && !each.isType))).toEqual([]);
  });
});

describe('what each room may use of the outside', () => {
  it('AWS clients are made in adapters, compose and the local cloud alone', () => {
    const outside = IMPORTS.filter(
      ({ from, to }) =>
        to.startsWith('@aws-sdk/') &&
        !/^(src\/adapters|src\/compose|local|tests|benchmarks|tools)\//.test(from),
    );
    expect(outside.map(describeImport)).toEqual([]);
  });

  it('the CDK is used in lib and bin/app.ts alone', () => {
    const outside = IMPORTS.filter(
      ({ from, to }) =>
        /^(aws-cdk-lib|constructs|cdk-nag)/.test(to) && !/^(lib|tests|tools)\/|^bin\/app\.ts$/.test(from),
    );
    expect(outside.map(describeImport)).toEqual([]);
  });

  it('the domain uses of Node only what computes', () => {
    const builtIn = IMPORTS.filter(
      ({ from, to }) => from.startsWith('src/domain/') && to.startsWith('node:'),
    );
    expect([...new Set(builtIn.map(({ to }) => to))].toSorted(byText)).toEqual([
      'node:buffer',
      'node:crypto',
    ]);
  });

  it.each([
    ['the clock', /\bDate\.now\(|new Date\(\)|performance\.now/],
    ['chance', /Math\.random|randomUUID|randomBytes|getRandomValues/],
    ['the environment', /\bprocess\.(?!memoryUsage)/],
    ['the network', /(?:await|return|=) fetch\(|globalThis\.fetch|\bundici\b|\bWebSocket\(/],
    ['timers', /\bset(?:Timeout|Interval|Immediate)\(/],
  ])('the domain and the pipeline never ask %s', (_what, asking) => {
    const pure = FILES.filter((path) => /^src\/(?:domain|pipeline)\//.test(path));
    expect(pure.length).toBeGreaterThan(100);
    expect(pure.filter((path) => asking.test(withoutComments(readSource(path))))).toEqual([]);
  });

  it('only doors and compose read the environment', () => {
    const readers = FILES.filter(
      (path) => /^(src|lambdas|lib)\//.test(path) && readSource(path).includes('process.env'),
    );
    expect(readers.filter((path) => !path.startsWith('src/compose/'))).toEqual([]);
  });
});

describe('the documents', () => {
  const documents = listFiles('*.md').filter(
    (path) => !path.startsWith('fixtures/') && existsSync(join(ROOT, path)),
  );

  it.each(documents)('%s links only to what is there', (path) => {
    const links = [...withoutCode(readSource(path)).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
      ([, link]) => String(link),
    );
    expect(links.filter((link) => !existsSync(join(ROOT, posix.dirname(path), link)))).toEqual([]);
  });

  it.each(documents)('%s names only files that are there', (path) => {
    const named = [
      ...readSource(path).matchAll(
        /`((?:src|lib|lambdas|bin|local|tests|tools|benchmarks|config|fixtures)\/[\w./-]+\.\w+)`/g,
      ),
    ];
    expect(named.map(([, name]) => String(name)).filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });
});

describe('every file', () => {
  const texts = listFiles('*.ts', '*.mjs', '*.json', '*.md', '*.yml', '.ci/run').filter(
    (path) =>
      path !== 'package-lock.json' && path !== 'tests/house-rules.test.ts' && existsSync(join(ROOT, path)),
  );

  it('names no path of a machine it was written on', () => {
    const own = /\/(?:home|Users)\/\w+\/|\/work\/\w+|\/root\//;
    expect(texts.filter((path) => own.test(readSource(path)))).toEqual([]);
  });

  it('of the code fits a person who reads it', () => {
    const long = FILES.filter((path) => /^(src|lib|lambdas|bin|local)\//.test(path)).filter(
      (path) => readSource(path).split('\n').length > MAX_LINES,
    );
    expect(long.filter((path) => !IS_DATA.test(path))).toEqual([]);
  });
});

const MAX_LINES = 350;
const IS_DATA = /-(?:parameters|phrases|vocabulary|verbs|names)\.ts$/;

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

/** The files of one circle of imports, or none. */
function findCycle(imports: readonly Import[]): string[] {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const { to } of targets.get(path) ?? []) {
      const cycle = visit(to, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of targets.keys()) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
