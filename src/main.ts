import { end, endWithTerminal, watchOutput } from './ending/ending.ts';
import { print } from './system/output.ts';
import { asksForVersion, version } from './version.ts';

const isJson = process.argv.includes('--json');
watchOutput(isJson);
endWithTerminal();
if (asksForVersion(process.argv)) print(`${version}\n`);
else
  void import('./cli.ts').then(({ main }) => main(process.argv)).catch((error: unknown) => end(error, isJson, false));
