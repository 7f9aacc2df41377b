import type { Box } from "@/shared/api/types";

export interface Spot { x: number; y: number }
export interface Size { width: number; height: number }

/** Where a picture lies on the screen: a pixel of it at (px, py) is seen at (x + px · scale, y + py · scale). */
export interface View extends Spot { scale: number }

const CLOSEST = 24;

/** The whole picture, as large as it goes, in the middle. */
export function fitted(stage: Size, picture: Size): View {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height);
  return { scale, x: (stage.width - picture.width * scale) / 2, y: (stage.height - picture.height * scale) / 2 };
}

/** Nearer or farther, with what lies under the spot staying there; never farther than the whole picture. */
export function zoomed(view: View, at: Spot, factor: number, stage: Size, picture: Size): View {
  const least = fitted(stage, picture).scale;
  const scale = Math.min(Math.max(view.scale * factor, least), Math.max(CLOSEST, least));
  const by = scale / view.scale;
  return held({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, stage, picture);
}

export function panned(view: View, dx: number, dy: number, stage: Size, picture: Size): View {
  return held({ ...view, x: view.x + dx, y: view.y + dy }, stage, picture);
}

/** A box in the middle, with room around it, not nearer than helps. */
export function closeUp(box: Box, stage: Size, picture: Size): View {
  const room = 6 * Math.max(box.width, box.height, 8);
  const least = fitted(stage, picture).scale;
  const scale = Math.max(least, Math.min(Math.min(stage.width, stage.height) / room, CLOSEST / 2));
  return held({ scale, x: stage.width / 2 - (box.x + box.width / 2) * scale, y: stage.height / 2 - (box.y + box.height / 2) * scale }, stage, picture);
}

/** No edge of the picture comes further in than it must. */
function held(view: View, stage: Size, picture: Size): View {
  return { scale: view.scale, x: along(view.x, picture.width * view.scale, stage.width), y: along(view.y, picture.height * view.scale, stage.height) };
}

function along(offset: number, length: number, room: number): number {
  return length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, offset));
}

export function toPicture(view: View, seen: Spot): Spot {
  return { x: (seen.x - view.x) / view.scale, y: (seen.y - view.y) / view.scale };
}

export function toStage(view: View, at: Spot): Spot {
  return { x: view.x + at.x * view.scale, y: view.y + at.y * view.scale };
}

/** The pixels between two corners, within the picture; null where hardly anything lies between them. */
export function boxBetween(one: Spot, other: Spot, picture: Size): Box | null {
  const x = clamp(Math.floor(Math.min(one.x, other.x)), picture.width);
  const y = clamp(Math.floor(Math.min(one.y, other.y)), picture.height);
  const width = clamp(Math.ceil(Math.max(one.x, other.x)), picture.width) - x;
  const height = clamp(Math.ceil(Math.max(one.y, other.y)), picture.height) - y;
  return width < 2 || height < 2 ? null : { x, y, width, height };
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/** The smallest box around a spot, by its place in the list; boxes too small to hit count as larger. */
export function boxAt(boxes: readonly Box[], at: Spot, reach: number): number | null {
  let found: number | null = null;
  let least = Infinity;
  boxes.forEach((box, n) => {
    const inside = at.x >= box.x - reach && at.x <= box.x + box.width + reach && at.y >= box.y - reach && at.y <= box.y + box.height + reach;
    if (inside && box.width * box.height < least) {
      least = box.width * box.height;
      found = n;
    }
  });
  return found;
}
