import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters');

/**
 * One requirement. No `status` means that a catalog pack implements it.
 * `done` needs evidence, `out` needs a reason; what belongs to another status is refused.
 */
export const entrySchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z]+-[A-Z]+-\d{2,}$/, 'must look like ENIS-PANEL-01'),
    kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower case words joined by hyphens'),
    title: z.string().trim().min(2, 'must not be empty').max(120, 'must be at most 120 characters'),
    status: z
      .enum(['done', 'open', 'out'], {
        error: (issue) =>
          issue.input === 'catalog'
            ? 'is never written as "catalog": name the id in `implements` of a pack and leave the status away'
            : 'must be done, open or out (or absent, when a catalog pack implements the item)',
      })
      .optional(),
    evidence: z.array(text).min(1, 'must name at least one file').optional(),
    note: text.optional(),
    reason: text.optional(),
    instead: text.optional(),
  })
  .superRefine((entry, context) => {
    const fail = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (entry.status === 'done' && !entry.evidence) fail('status', 'done needs evidence: a list of path or path#text');
    if (entry.status === 'out' && !entry.reason) fail('status', 'out needs a reason');
    if (entry.evidence && entry.status !== 'done') fail('evidence', 'goes with status done only');
    if (entry.note && entry.status !== 'open') fail('note', 'goes with status open only');
    if (entry.reason && entry.status !== 'out') fail('reason', 'goes with status out only');
    if (entry.instead && entry.status !== 'out') fail('instead', 'goes with status out only');
  });

const count = z.int().positive();

/** A coverage file: the frozen header (what must be there) and the items. */
export const systemSchema = z.strictObject({
  system: z.string(),
  frozen: z.strictObject({
    total: count,
    /** SHA-256 of the sorted lines `<id> <kind>\n`. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits'),
    /** Ids of a series run from 01 to this number, without holes. */
    series: z.record(z.string(), count),
    kinds: z.record(z.string(), count),
  }),
  items: z.array(entrySchema),
});

export type Entry = z.infer<typeof entrySchema>;
export type SystemCoverage = z.infer<typeof systemSchema>;
