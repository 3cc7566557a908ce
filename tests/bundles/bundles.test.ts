import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BundledFunction, listBundles } from '../../local/bundled-handlers.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../src/contract/env.ts';
import { listModules, measureSize, packagesOf } from '../../tools/bundle-report/measure-bundle.ts';
import { SIZE_CEILINGS } from '../../tools/bundle-report/size-ceilings.ts';
import { PROJECT_ROOT } from '../replay/run-start.ts';
import { sharedAssembly } from './assembly.ts';

const { devDependencies } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));

/** Packages of the project that serve the deployment and the command line, and no function. */
const ELSEWHERE = ['aws-cdk-lib', 'cli-table3', 'commander', 'constructs', 'csv-stringify'];

let bundles: ReadonlyMap<FunctionName, BundledFunction>;
const bundleOf = (name: FunctionName) => bundles.get(name) as BundledFunction;

beforeAll(async () => {
  bundles = new Map(listBundles(await sharedAssembly()).map((bundle) => [bundle.name, bundle]));
}, 600_000);

describe.each(FUNCTION_NAMES)('the bundle of %s', (name) => {
  test('weighs no more than its ceiling, and not so little that the ceiling means nothing', () => {
    const { bytes } = measureSize(bundleOf(name));
    expect(bytes).toBeLessThan(SIZE_CEILINGS[name]);
    expect(bytes).toBeGreaterThan(SIZE_CEILINGS[name] / 3);
  });

  test('holds the product’s code and its packages: nothing of tests, tools, the replay or the stack', () => {
    const modules = listModules(bundleOf(name));
    const own = modules.filter((path) => !path.includes('node_modules/') && !URL.canParse(path));
    expect(own.filter((path) => !/^(src|lambdas)\//.test(path))).toEqual([]);
    const unwanted = [...Object.keys(devDependencies), ...ELSEWHERE];
    expect(packagesOf(modules).filter((each) => unwanted.includes(each))).toEqual([]);
  });

  test('is one file, its map, and the configuration where it is asked for', () => {
    const { assetDir } = bundleOf(name);
    const files = ['index.mjs', 'index.mjs.map'];
    const wantsConfig = !['mail-events', 'unsubscribe'].includes(name);
    expect(readdirSync(assetDir).toSorted()).toEqual([...(wantsConfig ? ['config'] : []), ...files]);
  });

  test('has the topics’ fitted readers, most of a configuration, where articles are read, and nowhere else', () => {
    const files = readdirSync(bundleOf(name).assetDir, { recursive: true, encoding: 'utf8' });
    const readers = files.filter((file) => file.endsWith('-reader.json'));
    expect(readers.length > 0).toBe(name === 'ingest-article');
  });

  test('has no link, which could lead out of what is uploaded', () => {
    const entries = readdirSync(bundleOf(name).assetDir, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => entry.isSymbolicLink())).toEqual([]);
  });

  test('has a map that leads to the function’s own source', () => {
    expect(listModules(bundleOf(name))).toContain(`lambdas/${name}.ts`);
  });
});

describe('a page’s parser', () => {
  test('is in the one function that reads pages: it is the dearest thing to load', () => {
    const parsing = FUNCTION_NAMES.filter((name) =>
      packagesOf(listModules(bundleOf(name))).includes('jsdom'),
    );
    expect(parsing).toEqual(['ingest-article']);
  });

  test('looks for no file beside the bundle', () => {
    expect(readFileSync(bundleOf('ingest-article').entry, 'utf8')).not.toContain('require.resolve(');
  });
});
