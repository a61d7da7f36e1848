// node bench/lab.js: the learning engine over JSON lines (docs/learning.md). The code is lab.ts, built by build.js.
import { createRequire } from 'node:module';

await createRequire(import.meta.url)('../build/lab.cjs').main();
