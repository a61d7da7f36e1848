// The JSON Schemas of a bank's files, made of the very shapes that read them.
import type { JsonSchema } from '../core/shapes/json-schema.ts';
import { manifestShape } from './manifest.ts';
import { fileShape } from './question-shapes.ts';

/** The folder that schemas lie in, of the package and of a bank that `quiz init` made. */
export const SCHEMA_FOLDER = 'schema';

export const schemaFiles = { manifest: 'bank.v1.json', questions: 'questions.v1.json' } as const;

/** The text of a schema file. The number in its name goes up when something that was allowed no longer is. */
export function schemaText(of: keyof typeof schemaFiles): string {
  const shape = of === 'manifest' ? manifestShape : fileShape;
  const schema: JsonSchema = { $schema: 'http://json-schema.org/draft-07/schema#', ...shape.schema() };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The first lines of a file, which tell editors its schema: the YAML language server reads one, JetBrains the other. */
export function schemaLines(of: keyof typeof schemaFiles): string {
  const path = `${SCHEMA_FOLDER}/${schemaFiles[of]}`;
  return `# yaml-language-server: $schema=${path}\n# $schema: ${path}\n`;
}
