import { load } from './load.mjs';

await load('test/runner/main.ts');
