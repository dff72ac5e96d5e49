import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // As in esbuild.mjs: without a DOM there is nothing to sanitise, and DOMPurify would fail.
        resolve: {
          alias: { dompurify: fileURLToPath(new URL('src/diagrams/no-dompurify.ts', import.meta.url)) },
        },
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          server: { deps: { inline: [/mermaid/] } },
          // Properties over random texts and the mutations of 28 systems take as long as a busy machine lets them.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: 'test/e2e/setup.ts',
          // Every window is a whole VS Code: two at a time would only wait for each other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What is waited for comes when a busy machine lets it: a second, as by default, says nothing.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
