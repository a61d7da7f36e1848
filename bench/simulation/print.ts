// Figures in a table.
import { average, margin } from './measures.ts';

export function interval(values: readonly number[]): string {
  return `${fixed(average(values), 2)} +-${fixed(margin(values), 2)}`;
}

export function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
