/** The engine says no to a command: explained, asked again, never recorded. */
export interface Refusal {
  readonly code:
    | 'too-many'
    | 'too-few'
    | 'unknown-option'
    | 'not-a-response'
    | 'wrong-slot'
    | 'no-such-slot'
    | 'graded'
    | 'withdrawn'
    | 'nothing-to-undo'
    | 'no-hint'
    | 'no-exam'
    | 'time-left'
    | 'malformed';
  readonly message: string;
}

/** A refusal, as what was asked for would be given. `message` is a sentence for the candidate. */
export function refuse(code: Refusal['code'], message: string): { readonly refusal: Refusal } {
  return { refusal: { code, message } };
}
