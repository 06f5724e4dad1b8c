import { z } from 'zod';
import { parse, stringify } from 'yaml';
import { StackFailure } from '../failure';

const staticConfigSchema = z.looseObject({ targets: z.array(z.string()) });
const jobSchema = z.looseObject({
  job_name: z.string(),
  static_configs: z.array(staticConfigSchema).optional(),
  http_sd_configs: z.array(z.looseObject({ url: z.string() })).optional(),
});
const prometheusConfigSchema = z.looseObject({
  rule_files: z.array(z.string()).optional(),
  scrape_configs: z.array(jobSchema),
  alerting: z
    .looseObject({ alertmanagers: z.array(z.looseObject({ static_configs: z.array(staticConfigSchema) })) })
    .optional(),
});
type Job = z.infer<typeof jobSchema>;

export interface LocalPrometheus {
  /** Compose address → local address. A job whose server is not among them is left out. */
  addresses: Record<string, string>;
  /** Replaces the committed rule files: they are given relative to the committed file. */
  ruleFiles: string[];
}

/**
 * The committed prometheus.yml, which names the hosts of the compose network, for servers on this machine.
 * Throws a StackFailure when the committed file is not of the expected shape.
 */
export function localPrometheusConfig(committed: string, local: LocalPrometheus): string {
  const parsed = prometheusConfigSchema.safeParse(parse(committed));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StackFailure(`prometheus.yml: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}`);
  }
  const { alerting, scrape_configs: jobs, ...rest } = parsed.data;
  const alertmanagers = alerting?.alertmanagers.map((entry) => ({
    ...entry,
    static_configs: localTargets(entry.static_configs, local.addresses),
  }));
  return stringify({
    ...rest,
    rule_files: local.ruleFiles,
    ...(alertmanagers && { alerting: { ...alerting, alertmanagers } }),
    scrape_configs: jobs.map((job) => localJob(job, local.addresses)).filter((job) => job !== undefined),
  });
}

function localJob(job: Job, addresses: Record<string, string>): Job | undefined {
  const statics = job.static_configs && localTargets(job.static_configs, addresses);
  const discovery = job.http_sd_configs?.flatMap((entry) => {
    const url = new URL(entry.url);
    const address = addresses[url.host];
    if (address === undefined) {
      return [];
    }
    url.host = address;
    return [{ ...entry, url: url.toString() }];
  });
  if ((statics?.length ?? 0) + (discovery?.length ?? 0) === 0) {
    return undefined;
  }
  return { ...job, ...(statics && { static_configs: statics }), ...(discovery && { http_sd_configs: discovery }) };
}

function localTargets(
  configs: Array<z.infer<typeof staticConfigSchema>>,
  addresses: Record<string, string>
): Array<z.infer<typeof staticConfigSchema>> {
  return configs
    .map((config) => ({ ...config, targets: config.targets.flatMap((target) => addresses[target] ?? []) }))
    .filter((config) => config.targets.length > 0);
}
