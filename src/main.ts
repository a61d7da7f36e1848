// Loads the program itself. Whatever that throws ends it as any error does.
import { beforeWords, end, endWithTerminal, watchOutput } from './ending/ending.ts';

const isJson = beforeWords(process.argv).includes('--json');
watchOutput(isJson);
endWithTerminal();
void import('./cli.ts').then(({ main }) => main(process.argv)).catch((error: unknown) => end(error, isJson, false));
