// Shapes of single values: texts, numbers, one of a few words.
import { nearest } from '../text/nearest.ts';
import { report, type Shape, wrongKind } from './shape.ts';

interface TextLimits {
  /** Characters. */
  readonly most?: number;
  readonly pattern?: RegExp;
  /** The pattern in words: "write …". */
  readonly form?: string;
}

/** A text as written: `no`, `012` and `1.10` stay what they are. White space at the ends goes. */
export function text(options: TextLimits = {}): Shape<string> {
  return {
    schema: () => ({
      type: ['string', 'number', 'boolean'], // as which an editor reads `no`, `012` and `1.10` before we do
      ...(options.most && { maxLength: options.most }),
      ...(options.pattern && { pattern: options.pattern.source }),
    }),
    read(node, intake) {
      if (node.kind !== 'text') return wrongKind(node, 'a text', intake);
      const value = node.value.trim();
      if (value === '')
        return report(intake, 'empty-text', node.at, 'this text is empty', 'write it, or take the field out');
      if (options.most && value.length > options.most) {
        const message = `this text has ${value.length} characters; ${options.most} is the most`;
        return report(intake, 'too-long', node.at, message, 'shorten it');
      }
      if (options.pattern && !options.pattern.test(value)) {
        return report(intake, 'wrong-form', node.at, `"${value}" cannot stand here`, `write ${options.form}`);
      }
      return value;
    },
  };
}

/** What an identifier is made of, in words. */
export const IDENTIFIER_FORM = 'Latin letters without accents, digits, ".", "_" and "-", at most 64';
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Whether a text can be an id. */
export function isIdentifier(value: string): boolean {
  return IDENTIFIER.test(value);
}

/**
 * The identifiers of a bank: short, and safe in a shell, a URL and a file. `form` says what to write, where one is named that stands
 * elsewhere.
 */
export function identifier(form = IDENTIFIER_FORM): Shape<string> {
  return text({ pattern: IDENTIFIER, form });
}

/** With the 29th of every February, the 30th of all other months, and the 31st of seven. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d))?|-(0[13-9]|1[0-2])-30|-(0[13578]|1[02])-31)?$/;

/** A month, a day or a year: 2026-11, 2026-11-25, 2026. */
export function date(): Shape<string> {
  return text({ pattern: DATE, form: 'a month, a day or a year: 2026-11, 2026-11-25, 2026' });
}

/** Begins with a scheme other than http and https: an address that nobody should follow from a page. */
const NO_OTHER_SCHEME = /^(?!(?!https?:\/\/)[A-Za-z][A-Za-z0-9+.-]*:\S)/;

/** Where something was looked up: an address of the web, or words, such as the name of a book. */
export function whereabouts(): Shape<string> {
  return text({
    most: 500,
    pattern: NO_OTHER_SCHEME,
    form: 'an address with http:// or https://, or the name of a book',
  });
}

const DECIMAL = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/;

/** Whether a text is a number in decimal digits, as files have them: 80, -0.5, 1e3. Other bases are none. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text) && Number.isFinite(Number(text));
}

/** A number in decimal digits. */
export function number(): Shape<number> {
  return {
    schema: () => ({ type: ['number', 'string'], pattern: DECIMAL.source }), // one in quotes is read as well
    read(node, intake) {
      if (node.kind === 'text' && isDecimal(node.value)) return Number(node.value);
      const hint = 'write digits, with a point for decimals: 80 or -0.5';
      return report(intake, 'wrong-number', node.at, 'this is not a number', hint);
    },
  };
}

/** A whole number within bounds, both of which count. */
export function whole(least: number, most: number): Shape<number> {
  return {
    schema: () => ({ type: ['integer', 'string'], pattern: '^\\s*\\d+\\s*$', minimum: least, maximum: most }),
    read(node, intake) {
      const value = node.kind === 'text' && /^\d+$/.test(node.value.trim()) ? Number(node.value) : Number.NaN;
      if (value >= least && value <= most) return value;
      const hint = `write a whole number from ${least} to ${most}`;
      return report(intake, 'wrong-number', node.at, 'this is not a number that fits', hint);
    },
  };
}

/** true or false. */
export function flag(): Shape<boolean> {
  return {
    schema: () => ({ type: 'boolean' }),
    read(node, intake) {
      if (node.kind === 'text' && node.value === 'true') return true;
      if (node.kind === 'text' && node.value === 'false') return false;
      return report(intake, 'wrong-form', node.at, 'this is neither true nor false', 'write true or false');
    },
  };
}

/** One of the words, exactly; a mistyped one is told with the word that it may be. */
export function oneOf<const T extends string>(...known: T[]): Shape<T> {
  return {
    schema: () => ({ enum: known }),
    read(node, intake) {
      const value = node.kind === 'text' ? node.value.trim() : '';
      const match = known.find((word) => word === value);
      if (match) return match;
      const meant = nearest(value, known);
      const hint = meant ? `did you mean ${meant}?` : `write one of: ${known.join(', ')}`;
      return report(intake, 'unknown-word', node.at, `"${value}" is not known here`, hint);
    },
  };
}
