import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Font {
  readonly file: Buffer;
  /** Whether the font has a picture of this character. */
  draws(codePoint: number): boolean;
}

const from = createRequire(import.meta.url);

/** Platform "Windows", encoding "all of Unicode": the one table that lists every character of the font. */
const WINDOWS = { platform: 3, encoding: 10, format: 12 } as const;

/** The ranges of characters that a TrueType font has, out of its `cmap` table. */
function rangesOf(file: Buffer, name: string): readonly (readonly [number, number])[] {
  const tables = file.readUInt16BE(4);
  const at = Array.from({ length: tables }, (_, n) => 12 + n * 16).find(
    (place) => file.toString('latin1', place, place + 4) === 'cmap',
  );
  const cmap = at === undefined ? 0 : file.readUInt32BE(at + 8);
  const parts = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, n) => cmap + 4 + n * 8);
  const part = parts.find(
    (place) =>
      file.readUInt16BE(place) === WINDOWS.platform && file.readUInt16BE(place + 2) === WINDOWS.encoding,
  );
  const list = part === undefined ? 0 : cmap + file.readUInt32BE(part + 4);
  if (list === 0 || file.readUInt16BE(list) !== WINDOWS.format)
    throw new Error(
      `Font ${name} lists its characters in no table that is known: install dejavu-fonts-ttf again`,
    );
  return Array.from({ length: file.readUInt32BE(list + 12) }, (_, n) => {
    const group = list + 16 + n * 12;
    return [file.readUInt32BE(group), file.readUInt32BE(group + 4)] as const;
  });
}

export function loadFont(name: string): Font {
  const file = readFileSync(from.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  const ranges = rangesOf(file, name);
  return {
    file,
    draws: (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last),
  };
}
