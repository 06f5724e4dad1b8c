/**
 * The vocabulary of the telemetry generator: what a system model has to say about itself.
 *
 * Everything is a function of time. Metrics, sampled traces and logs of one operation read the same rate, error ratio
 * and latency functions, so an incident that changes one of them shows in all three signals at the same moment.
 */
export type * from './model/metrics';
export type * from './model/system';
export type * from './model/traces';
export type * from './model/world';
