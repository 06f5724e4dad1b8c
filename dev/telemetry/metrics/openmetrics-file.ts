import lodash from 'lodash';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { TimeMs } from '../model';
import type { Recording } from './recording';
import { END_OF_EXPOSITION, familyHeader, labelText, type FamilyKind } from './text';

const CHUNK_CHARACTERS = 1 << 20;

/** Writes an OpenMetrics file with timestamps, as `promtool tsdb create-blocks-from openmetrics` reads it. */
export class OpenMetricsFile {
  private readonly handle: number;
  private chunk = '';
  /** Samples written so far. */
  sampleCount = 0;

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  family(name: string, kind: FamilyKind, help: string): void {
    this.append(familyHeader(name, kind, help));
  }

  /** One series: `prefix` is name and labels. NaN values are left out. */
  samples(prefix: string, timesMs: readonly TimeMs[], values: ArrayLike<number>): void {
    for (let step = 0; step < timesMs.length; step += 1) {
      const value = values[step]!;
      if (!Number.isNaN(value)) {
        this.append(`${prefix} ${value} ${timesMs[step]! / 1_000}\n`);
        this.sampleCount += 1;
      }
    }
  }

  close(): void {
    this.append(END_OF_EXPOSITION);
    this.flush();
    closeSync(this.handle);
  }

  private append(text: string): void {
    this.chunk += text;
    if (this.chunk.length >= CHUNK_CHARACTERS) {
      this.flush();
    }
  }

  private flush(): void {
    writeSync(this.handle, this.chunk);
    this.chunk = '';
  }
}

/** A recording, family by family; systems that share a metric name share its family. Returns the number of samples. */
export function writeRecording(path: string, recording: Recording): number {
  const file = new OpenMetricsFile(path);
  for (const [name, members] of Object.entries(lodash.groupBy(recording.series, ({ series }) => series.metric.name))) {
    const first = members[0]!.series.metric;
    file.family(name, first.kind, first.help);
    for (const { series, columns } of members) {
      series.state.samples.forEach((shape, sample) => {
        const labels = { ...series.target.labels, ...series.state.labels, ...shape.labels };
        file.samples(`${name}${shape.suffix}${labelText(labels)}`, recording.timesMs, columns[sample]!);
      });
    }
  }
  file.family('up', 'gauge', 'Whether the last scrape of the target succeeded');
  for (const { target, column } of recording.up) {
    file.samples(`up${labelText(target.labels)}`, recording.timesMs, column);
  }
  file.close();
  return file.sampleCount;
}
