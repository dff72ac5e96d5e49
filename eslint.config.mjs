import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What a page or a web worker has and the pure rooms must do without. */
const ofTheBrowser = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'self'],
  ...['DOMParser', 'XMLSerializer', 'Document', 'Element', 'HTMLElement', 'Node', 'NodeFilter'],
  ...['XMLHttpRequest', 'WebSocket', 'Worker', 'fetch', 'requestAnimationFrame', 'customElements'],
];

/** What only Node has. */
const ofNode = ['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global'];

export default defineConfig(
  { ignores: ['dist/**', '.vscode-test/**', 'test-results/**', '**/*.{mjs,mts}'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // Numbers in a message read the same with and without String().
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // `process.env['NAME']` is how a setting from outside is told from a property of ours.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // VS Code takes and gives disposables by their shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // By code points is how a file name is to be cut.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // What is not there fails the test either way.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/diagrams/mermaid-grammar.ts', 'src/webview/mermaid-drawing.ts'],
    rules: {
      // Mermaid offers the graph of a diagram nowhere else.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['src/{document,knowledge,rules,lint,diagrams,templates}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'vscode', message: 'This room knows no editor; hand in what it needs.' }],
          patterns: [
            {
              regex: '^node:',
              message: 'This room also runs in a web worker; files come through FileSource.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...[...ofTheBrowser, ...ofNode].map((name) => ({
          name,
          message: 'This room runs on Node, in a web worker and on the command line alike.',
        })),
      ],
    },
  },
  {
    files: ['src/webview/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^(\.\./)+(?!preview/(?:protocol|string-keys)$|diagrams/)`,
              message: 'The page shares only preview/protocol and the pure diagrams with the extension.',
            },
            { regex: '^(vscode$|node:)', message: 'The page is a web page.' },
          ],
        },
      ],
    },
  },
);
