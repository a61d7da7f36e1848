import { endWithTerminal, watchOutput } from './ending.ts';
import { print } from './output.ts';
import { forgetStrayFolders } from './surroundings.ts';
import { version } from './version.ts';

watchOutput();
endWithTerminal();
// Asking for the version is answered before anything else is loaded.
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') print(`${version}\n`);
else {
  forgetStrayFolders(process.env);
  void import('./code-cache.ts').then(({ keepCompiledCode }) => {
    keepCompiledCode(first);
    return import('./cli.ts').then(({ main }) => main(process.argv));
  });
}
