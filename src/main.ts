// Loads the program itself. Whatever that throws ends it as any error does.
import { end, endWithTerminal, isForDocuments, watchOutput } from './ending/ending.ts';

const isJson = isForDocuments(process.argv);
watchOutput(isJson);
endWithTerminal();
void import('./cli.ts').then(({ main }) => main(process.argv)).catch((error: unknown) => end(error, isJson, false));
