import { kindOf } from "@/features/events/story";
import { duration, hours, millis, number, percent, shortName, words } from "@/shared/ui/format";
import type { EventView } from "@/shared/wire/wire";

type Fields = Readonly<Record<string, unknown>>;

/** What an event says, in a short sentence without its subject. */
export function sentenceOf(event: EventView): string {
  const sentence = plainSentence(event);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function plainSentence(event: EventView): string {
  const data = fields(event.data);
  switch (kindOf(event)) {
    case "readings-taken": return `${list(data, "readings").length} readings`;
    case "connection-opened": return "Connected";
    case "connection-lost": return `Connection lost: ${text(data, "why")}`;
    case "machine-state-changed": return `${words(text(data, "state"))}${data["cause"] == null ? "" : `: ${text(data, "cause")}`}`;
    case "machine-mode-changed": return `Mode ${words(text(data, "mode")).toLowerCase()}`;
    case "operation-started": return `Started ${text(data, "operation")}`;
    case "operation-dispatched": return `Told to take ${text(data, "operation")} next`;
    case "operation-completed": return `Finished ${text(data, "operation")}: ${count(data, "good")} good, ${count(data, "scrap")} scrap`;
    case "operation-interrupted": return `Dropped ${text(data, "operation")} after ${count(data, "processed")} parts: ${text(data, "why")}`;
    case "parts-counted": return `${count(data, "good")} good so far of ${text(data, "operation")}`;
    case "lot-arrived": return `Lot ${text(data, "lot")} arrived`;
    case "command-issued": return `${words(text(data, "command"))} sent by ${text(data, "by")}`;
    case "command-refused": return `${words(text(data, "command"))} refused: ${text(data, "why")}`;
    case "order-added": return `Order ${text(fields(data["order"]), "id")}: ${count(fields(data["order"]), "quantity")} × ${words(text(fields(data["order"]), "product"))}`;
    case "order-changed": return `Order ${text(data, "order")} changed`;
    case "order-cancelled": return `Order ${text(data, "order")} cancelled by ${text(data, "by")}`;
    case "operation-pinned": return `${text(data, "operation")} pinned by ${text(data, "by")}`;
    case "operation-unpinned": return `${text(data, "operation")} unpinned by ${text(data, "by")}`;
    case "lot-held": return `Lot ${text(data, "lot")} on hold: ${text(data, "why")}`;
    case "lot-released": return `Lot ${text(data, "lot")} released by ${text(data, "by")}`;
    case "rework-added": return `Rework for lot ${text(data, "lot")}`;
    case "part-inspected": return inspected(data);
    case "shadow-inspected": return shadowed(data);
    case "picture-refused": return `Picture of ${text(data, "serial")} refused: ${text(data, "why")}`;
    case "finding-corrected": return corrected(data);
    case "health-assessed": return `Health ${percent(num(data, "health"), 0)}${list(data, "reasons").slice(0, 1).map((reason) => `: ${text(fields(reason), "words")}`).join("")}`;
    case "remaining-life-estimated": return life(fields(data["prognosis"]));
    case "life-unknown": return unknown(fields(data["unknown"]));
    case "life-ended": return ended(data);
    case "model-promoted": return `${text(data, "model")} ${text(data, "version")} answers from now on${data["before"] == null ? "" : `, in place of version ${text(data, "before")}`}, promoted by ${text(data, "by")}`;
    case "model-retired": return `${text(data, "model")} ${text(data, "version")} counts no more, and no other version does, retired by ${text(data, "by")}`;
    case "maintenance-requested": return `Maintenance of ${duration(num(fields(data["wish"]), "durationSeconds"))} wished, ${text(fields(data["wish"]), "risk").toLowerCase()} risk`;
    case "maintenance-withdrawn": return `Wish ${text(data, "wish")} withdrawn: ${text(data, "why")}`;
    case "maintenance-started": return `Maintenance ${text(data, "wish")} began`;
    case "maintenance-finished": return `Maintenance ${text(data, "wish")} done`;
    case "alarm-raised": return text(data, "message");
    case "alarm-acknowledged": return `Alarm seen by ${text(data, "by")}`;
    case "alarm-cleared": return "Alarm cleared";
    case "alarm-shelved": return `Alarm shelved by ${text(data, "by")}`;
    case "alarm-unshelved": return "Alarm back from the shelf";
    case "plan-requested": return `A new plan is needed: ${text(data, "trigger")}`;
    case "plan-adopted": return adopted(data);
    case "plan-failed": return `No plan: ${text(data, "why")}`;
    default: return words(kindOf(event));
  }
}

/** What it is about, in a word or two. */
export function subjectOf(event: EventView): string {
  return shortName(event.subject);
}

function inspected(data: Fields): string {
  return text(data, "verdict") === "PASS" ? `${text(data, "serial")} passed inspection` : `${found(data) || "Defect"} found on ${text(data, "serial")}`;
}

/** What a version that does not count would have made of a part. */
function shadowed(data: Fields): string {
  const would = text(data, "verdict") === "PASS" ? `would let ${text(data, "serial")} pass` : `would reject ${text(data, "serial")} for ${found(data) || "a defect"}`;
  return `${text(data, "model")} ${text(data, "version")} in shadow ${would}`;
}

function found(data: Fields): string {
  return list(data, "findings").map((finding) => words(text(fields(finding), "type")).toLowerCase()).join(", ");
}

function corrected(data: Fields): string {
  const said = fields(data["correction"]);
  const serial = text(data, "serial");
  switch (text(said, "verdict")) {
    case "CONFIRMED": return `${text(said, "by")} confirmed ${words(text(data, "found")).toLowerCase()} on ${serial}`;
    case "REJECTED": return `${text(said, "by")} holds ${words(text(data, "found")).toLowerCase()} on ${serial} for no defect`;
    default: return `${text(said, "by")} saw ${words(text(said, "type")).toLowerCase()} on ${serial} that was not found`;
  }
}

function life(prognosis: Fields): string {
  return `${hours(num(prognosis, "remainingLifeHours"))} left (${hours(num(prognosis, "low"))} to ${hours(num(prognosis, "high"))}), ${text(prognosis, "risk").toLowerCase()} risk`;
}

function unknown(data: Fields): string {
  return `Life unknown to ${text(data, "model")} ${text(data, "version")}: ${text(data, "why")}`;
}

/** A life that ended by a failure, and how far off estimates of it were on average, of each version that made some. */
function ended(data: Fields): string {
  const judged = list(data, "errors").flatMap((said) => {
    const all = fields(list(fields(said), "errors")[0]);
    const estimates = num(all, "estimates") ?? 0;
    return estimates === 0 ? [] : [`${text(fields(said), "model")} ${text(fields(said), "version")} was off by ${number((num(all, "absolute") ?? 0) / estimates, 1)} on average`];
  });
  return `Failed at age ${number(num(data, "age"))}${judged.length === 0 ? "" : `: ${judged.join(", ")}`}`;
}

function adopted(data: Fields): string {
  const plan = fields(data["plan"]);
  const late = num(plan, "tardyOrders") ?? 0;
  return `Plan ${text(plan, "id")} by ${text(plan, "origin")} in ${millis(num(plan, "solveMillis"))}: ${list(data, "changes").length} operations moved, ${late === 0 ? "no order late" : `${late} late`}`;
}

export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function list(data: Fields, key: string): readonly unknown[] {
  const value = data[key];
  return Array.isArray(value) ? value : [];
}

function text(data: Fields, key: string): string {
  const value = data[key];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function num(data: Fields, key: string): number | null {
  const value = data[key];
  return typeof value === "number" ? value : null;
}

function count(data: Fields, key: string): string {
  return String(num(data, key) ?? 0);
}
