import { Command, InvalidArgumentError } from 'commander';
import { backfill } from './commands/backfill';
import { listMetrics } from './commands/list-metrics';
import { live } from './commands/live';
import { systems } from './systems';

const DEFAULT_OUT = '.cache/telemetry';

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('Not a number.');
  }
  return value;
}

function url(text: string): string {
  if (!URL.canParse(text)) {
    throw new InvalidArgumentError('Not a URL.');
  }
  return text;
}

interface SharedOptions {
  out: string;
  seed: number;
  jaegerOtlp?: string;
  elasticsearch?: string;
}

function withTargets(command: Command): Command {
  return command
    .option('--out <folder>', 'folder of manifest, counters and OpenMetrics files', DEFAULT_OUT)
    .option('--seed <number>', 'seed of the scenario', number, 1)
    .option('--jaeger-otlp <url>', 'OTLP/HTTP receiver, e.g. http://127.0.0.1:4318; without it no spans are sent', url)
    .option('--elasticsearch <url>', 'e.g. http://127.0.0.1:9200; without it no logs are sent', url);
}

const program = new Command('telemetry').description('plays the observed systems: metrics, traces and logs that agree');

withTargets(program.command('backfill').description('write the past'))
  .option('--hours <number>', 'length of raw series, traces and logs', number, 6)
  .option('--long-hours <number>', 'length of coarse series of what is read over more than that', number, 25)
  .option('--days <number>', 'length of recorded event counts', number, 30)
  .option('--since <ms>', 'fill only what is missing since this time', number)
  .option('--end <ms>', 'end of the stretch; default now', number)
  .option('--skip-metrics', 'leave metrics alone; with a history, send its traces and logs once more', false)
  .action(
    async (
      options: SharedOptions & {
        hours: number;
        longHours: number;
        days: number;
        since?: number;
        end?: number;
        skipMetrics: boolean;
      }
    ) => {
      const startedMs = Date.now();
      const manifest = await backfill(systems, {
        outDir: options.out,
        seed: options.seed,
        hours: options.hours,
        longHours: options.longHours,
        days: options.days,
        sinceMs: options.since,
        endMs: options.end,
        jaegerOtlpUrl: options.jaegerOtlp,
        elasticsearchUrl: options.elasticsearch,
        withMetrics: !options.skipMetrics,
        report: (line) => console.log(line),
      });
      const range = `${new Date(manifest.startMs).toISOString()} to ${new Date(manifest.endMs).toISOString()}`;
      console.log(
        `backfilled up to: ${range}, seed ${manifest.seed}, in ${((Date.now() - startedMs) / 1_000).toFixed(1)} s`
      );
    }
  );

withTargets(program.command('live').description('serve scrapes and keep sending traces and logs'))
  .option('--port <number>', 'port of the scrape endpoint', number, 9464)
  .option('--host <address>', 'address to listen on; inside a container 0.0.0.0', '127.0.0.1')
  .action(async (options: SharedOptions & { host: string; port: number }) => {
    const server = await live(systems, {
      outDir: options.out,
      seed: options.seed,
      host: options.host,
      port: options.port,
      jaegerOtlpUrl: options.jaegerOtlp,
      elasticsearchUrl: options.elasticsearch,
      report: (line) => console.log(line),
    });
    console.log(`telemetry at ${server.url}`);
    const stop = (): void => {
      server.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error)
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });

program
  .command('metrics')
  .description('list the metrics that are emitted')
  .option('--json', 'as JSON', false)
  .action(({ json }: { json: boolean }) => {
    const listing = listMetrics(systems);
    const text = json
      ? JSON.stringify(listing, null, 2)
      : listing.map(({ system, name, kind, labels }) => `${system}\t${name}\t${kind}\t${labels.join(',')}`).join('\n');
    console.log(text);
  });

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

program.parseAsync().catch(fail);
