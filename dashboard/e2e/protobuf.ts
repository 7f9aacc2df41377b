/** As much of the protocol buffers' wire format as it takes to write a small ONNX file (onnx.proto3). */
const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;
const FLOATS = 6;
const INTS = 7;

function varint(value: number): Buffer {
  const out: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) {
      return Buffer.from([...out, left]);
    }
    out.push((left % 128) | 128);
  }
}

const tag = (field: number, wire: number): Buffer => varint(field * 8 + wire);

export const message = (...fields: readonly Buffer[]): Buffer => Buffer.concat(fields);
export const number = (field: number, value: number): Buffer => message(tag(field, VARINT), varint(value));
export const bytes = (field: number, value: Buffer): Buffer => message(tag(field, BYTES), varint(value.length), value);
export const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));

function float(field: number, value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  return message(tag(field, FIXED32), four);
}

/** An operator's attribute of whole numbers. */
export const ints = (name: string, values: readonly number[]): Buffer => message(text(1, name), ...values.map((value) => number(8, value)), number(20, INTS));
/** An operator's attribute of numbers. */
export const floats = (name: string, values: readonly number[]): Buffer => message(text(1, name), ...values.map((value) => float(7, value)), number(20, FLOATS));
