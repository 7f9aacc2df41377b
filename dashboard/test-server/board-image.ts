import { deflateSync } from "node:zlib";

export interface Mark { x: number; y: number; width: number; height: number }

const SIZE = 160;

/** A small picture of a made-up board with its defects, marked or as they are, as PNG. */
export function boardImage(seed: number, defects: readonly Mark[], marked = true): Buffer {
  const pixels = Buffer.alloc(SIZE * SIZE * 3);
  const paint = (x: number, y: number, rgb: readonly [number, number, number]): void => {
    if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) {
      pixels.set(rgb, (y * SIZE + x) * 3);
    }
  };
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const lane = Math.floor(y / 16);
      const trace = y % 16 < 5 && x > 8 && x < SIZE - 8 && (x * 7 + lane * 13 + seed) % 97 > 6;
      const pad = (x - 20 - ((seed * 11) % 12)) % 32 < 9 && x > 20 && y % 16 < 9;
      paint(x, y, trace || pad ? [206, 170, 92] : [20, 84 + ((x * y) % 5), 58]);
    }
  }
  for (const { x, y, width, height } of defects) {
    for (let dx = 0; dx < width; dx++) {
      for (let dy = 0; dy < height; dy++) {
        const away = Math.hypot(dx / width - 0.5, dy / height - 0.5) + 0.05 * Math.sin(dx * 1.3 + dy * 0.7 + seed);
        if (away < 0.38) paint(x + dx, y + dy, [224, 190, 116]);
      }
    }
  }
  for (const mark of marked ? defects : []) {
    for (let x = mark.x; x <= mark.x + mark.width; x++) {
      for (const y of [mark.y, mark.y + 1, mark.y + mark.height, mark.y + mark.height - 1]) paint(x, y, [255, 64, 72]);
    }
    for (let y = mark.y; y <= mark.y + mark.height; y++) {
      for (const x of [mark.x, mark.x + 1, mark.x + mark.width, mark.x + mark.width - 1]) paint(x, y, [255, 64, 72]);
    }
  }
  return png(pixels, 3);
}

/** How unlike its template each pixel is, to be laid over the picture. */
export function heatImage(defects: readonly Mark[]): Buffer {
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const heat = Math.max(0, ...defects.map((one) => Math.exp(-(((x - one.x - one.width / 2) / one.width) ** 2 + ((y - one.y - one.height / 2) / one.height) ** 2) * 3)));
      pixels.set([255, Math.round(220 * (1 - heat)), 40, Math.round(255 * heat)], (y * SIZE + x) * 4);
    }
  }
  return png(pixels, 4);
}

const RGB = 2;
const RGBA = 6;

function png(pixels: Buffer, channels: 3 | 4): Buffer {
  const rows = Buffer.alloc(SIZE * (SIZE * channels + 1));
  for (let y = 0; y < SIZE; y++) {
    pixels.copy(rows, y * (SIZE * channels + 1) + 1, y * SIZE * channels, (y + 1) * SIZE * channels);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, channels === 3 ? RGB : RGBA, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
