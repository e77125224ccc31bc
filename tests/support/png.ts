import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel, row by row. */
  readonly pixels: readonly (readonly [number, number, number, number])[];
}

const SIGNATURE = '89504e470d0a1a0a';

/** Reads the PNGs a browser writes: 8 bits a channel, RGB or RGBA, not interlaced. */
export function readPng(png: Buffer): Picture {
  if (png.subarray(0, 8).toString('hex') !== SIGNATURE)
    throw new Error('not a PNG: the signature is missing');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, colourType, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (colourType !== 2 && colourType !== 6) || interlaced !== 0) {
    throw new Error(`PNG of depth ${depth}, colour type ${colourType}: draw it with 8-bit RGB or RGBA`);
  }
  const channels = colourType === 6 ? 4 : 3;
  const bytes = unfilter(inflateSync(Buffer.concat(imageData(png))), width * channels, channels);
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(at * channels, (at + 1) * channels);
    return [red, green, blue, alpha] as const;
  });
  return { width, height, pixels };
}

function imageData(png: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return parts;
}

// https://www.w3.org/TR/png-3/#9Filter-types
function unfilter(raw: Buffer, rowBytes: number, channels: number): Buffer {
  const rows = Math.floor(raw.length / (rowBytes + 1));
  const out = Buffer.alloc(rows * rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const filter = raw[row * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x += 1) {
      const here = row * rowBytes + x;
      const left = x >= channels ? (out[here - channels] ?? 0) : 0;
      const up = row > 0 ? (out[here - rowBytes] ?? 0) : 0;
      const corner = x >= channels && row > 0 ? (out[here - rowBytes - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[here] = ((raw[row * (rowBytes + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
