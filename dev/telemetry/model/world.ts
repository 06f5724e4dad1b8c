/** Milliseconds since the Unix epoch. */
export type TimeMs = number;
export type SystemId = 'enis' | 'mini-market' | 'soma-agent' | 'accelerapp' | 'obs-standards';
export type Labels = Readonly<Record<string, string>>;
export type AttributeValue = string | number | boolean | string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** What the models may ask about a moment. Pure: the same question has the same answer under one seed and anchor. */
export interface World {
  /** Smooth noise in [-1, 1]; `key` picks the curve, `periodMs` its pace (default 10 minutes). */
  noise(key: string, tMs: TimeMs, periodMs?: number): number;
  /** Daily rhythm: about 0.4 at night, 1 at the afternoon peak, lower on weekends (UTC). */
  daily(tMs: TimeMs): number;
  /** Intensity 0..1 of an incident, with its ramps; 0 for one that is not on. Unknown ids throw. */
  incident(id: string, tMs: TimeMs): number;
  /** Version of a service that runs at this moment, as its deploys say. Services without deploys run `1.0.0`. */
  version(service: string, tMs: TimeMs): string;
}

export type Of<T> = (tMs: TimeMs, world: World) => T;

/** Lognormal latency in the unit of whoever declares it: half of the requests are faster than `median`. */
export interface Latency {
  median: number;
  /** Standard deviation of ln(latency); 0.3 is tight, 0.6 usual, 1 has a long tail. p95 = median · e^(1.645 sigma). */
  sigma: number;
}
