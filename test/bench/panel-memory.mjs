import { load } from '../load.mjs';

await load('test/bench/panel-memory.ts');
