import { load } from './load.mjs';

await load('test/server/start.ts');
