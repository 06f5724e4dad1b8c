/** URL key under which a link carries a draft. */
export const SHARED_DRAFT = 'draft';
