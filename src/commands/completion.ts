// `quiz completion SHELL`: what makes Tab complete commands, flags, topics, questions and sessions.
import { scripts, shells } from '../completion/scripts.ts';
import { listed } from '../core/text/wording.ts';
import { print } from '../system/output.ts';
import { oneNamed } from './shared/values.ts';

export function completion(name: string): void {
  print(scripts[oneNamed('shell', name, shells, `quiz completion takes ${listed(shells, 'or')}`)]);
}
