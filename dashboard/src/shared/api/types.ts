import type { components, operations } from "@/shared/api/schema";

type Schemas = components["schemas"];

export type Problem = Schemas["Problem"];
export type TimelineBand = Schemas["StateStretch"];
export type SeriesPoint = Schemas["Point"];
export type EventFilter = NonNullable<operations["events"]["parameters"]["query"]>;
