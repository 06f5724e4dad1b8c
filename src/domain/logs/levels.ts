/** The words for a failure, in the spellings of the log libraries: a store compares them letter by letter. */
export const ERROR_LEVELS = ['ERROR', 'error', 'CRITICAL', 'critical', 'FATAL', 'fatal'] as const;

/** Who did what. It has no rank: neither more nor less grave than information. */
export const AUDIT_LEVELS = ['AUDIT', 'audit'] as const;
