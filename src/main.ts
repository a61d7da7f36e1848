import { version } from './version.ts';

// Asking for the version is answered before anything else is loaded.
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else void import('./cli.ts').then(({ main }) => main(process.argv));
