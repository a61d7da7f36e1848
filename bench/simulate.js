// npm run simulate [-- --quick --learners N --banks 120,240 --policies a,b --seed S]. The code is simulate.ts, built by build.js.
import { createRequire } from 'node:module';

createRequire(import.meta.url)('../build/simulate.cjs').main(process.argv.slice(2));
