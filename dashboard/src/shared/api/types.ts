import type { components, operations } from "@/shared/api/schema";

type Schemas = components["schemas"];

export type Problem = Schemas["Problem"];
export type TimelineBand = Schemas["StateStretch"];
export type SeriesPoint = Schemas["Point"];
export type EventFilter = NonNullable<operations["events"]["parameters"]["query"]>;
export type FleetRow = Schemas["FleetRowView"];
export type Life = Schemas["LifeView"];
export type Risk = Schemas["RiskView"];
export type Prediction = Schemas["PredictionView"];
export type Decision = Schemas["DecisionView"];
export type Driver = Schemas["DriverView"];
export type LifeHistory = Schemas["LifeHistory"];
export type SignalHistory = Schemas["SignalHistoryView"];
export type ModelVersion = Schemas["ModelView"];
export type Drift = Schemas["DriftView"];
export type SignalDrift = Schemas["SignalDriftView"];
export type Stability = Schemas["Stability"];
