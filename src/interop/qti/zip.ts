// Zip in memory: names and sizes are judged before anything is unpacked, and nothing is ever written under a name from it.
import { unzipSync, zipSync } from 'fflate';
import { limits } from '../../core/limits.ts';
import { megabytes } from '../../core/text/wording.ts';

export type Unzipped =
  | { readonly entries: readonly { readonly name: string; readonly bytes: Uint8Array }[] }
  | { readonly error: string };

interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
}

/** The entries with the ending, or what is wrong with the zip. */
export function unzip(bytes: Uint8Array, ending: RegExp): Unzipped {
  const seen: ZipEntry[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        seen.push(entry);
        return false;
      },
    });
    const error = against(seen, ending);
    if (error) return { error };
    const unpacked = unzipSync(bytes, { filter: ({ name }) => ending.test(name) });
    return { entries: Object.entries(unpacked).map(([name, content]) => ({ name, bytes: content })) };
  } catch (error) {
    return { error: `the zip cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** The first thing that speaks against a zip. */
function against(entries: readonly ZipEntry[], ending: RegExp): string | undefined {
  if (entries.length > limits.zipEntries)
    return `the zip has ${entries.length} entries; ${limits.zipEntries} is the most`;
  if (sizeOf(entries) > limits.zipBytes) return `the zip unpacks to more than ${megabytes(limits.zipBytes)}`;
  const texts = entries.filter(({ name }) => ending.test(name));
  if (sizeOf(texts) > limits.importBytes)
    return `what is to be read in the zip comes to more than ${megabytes(limits.importBytes)}: split it`;
  const packed = entries.find(
    ({ size, originalSize }) => originalSize > 1_000_000 && originalSize > size * limits.zipRatio,
  );
  if (packed) return `an entry of the zip is packed more than ${limits.zipRatio} times: "${packed.name.slice(0, 80)}"`;
  const strange = entries.find(({ name }) => /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|[\u0000-\u001f]/.test(name));
  if (strange) return `an entry of the zip has a name that leads out of it: "${strange.name.slice(0, 80)}"`;
  const names = entries.map(({ name }) => name.toLowerCase());
  const twin = new Set(names).size < names.length;
  return twin ? 'two entries of the zip have the same name' : undefined;
}

function sizeOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
}

/** A zip of texts; the same texts make the same bytes. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([name, text]) => [name, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T12:00:00', level: 6 });
}
