import { watchOutput } from './ending.ts';
import { forgetStrayFolders } from './surroundings.ts';
import { version } from './version.ts';

watchOutput();
// Asking for the version is answered before anything else is loaded.
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else {
  forgetStrayFolders(process.env);
  void import('./code-cache.ts').then(({ keepCompiledCode }) => {
    keepCompiledCode(first);
    return import('./cli.ts').then(({ main }) => main(process.argv));
  });
}
