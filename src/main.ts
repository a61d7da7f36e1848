import { endWithTerminal, watchOutput } from './ending/ending.ts';
import { print } from './system/output.ts';
import { asksForVersion, version } from './version.ts';

watchOutput(process.argv.includes('--json'));
endWithTerminal();
if (asksForVersion(process.argv)) print(`${version}\n`);
else void import('./cli.ts').then(({ main }) => main(process.argv));
