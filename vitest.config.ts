import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/run-directory.ts'],
    testTimeout: 240_000,
    hookTimeout: 480_000,
    maxWorkers: 2,
  },
});
