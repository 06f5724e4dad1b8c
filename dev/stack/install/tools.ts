import { StackFailure } from '../failure';
import { outputOf } from '../process/run';

interface Tool {
  versionArgs: string[];
  /** Finds the version in what the tool prints. */
  version: RegExp;
  minimum: number[];
  purpose: string;
  hint: string;
}

/** What the native servers are built with. */
export const buildTools = {
  go: {
    versionArgs: ['version'],
    version: /go(\d+(?:\.\d+)*)/,
    // From 1.21 on, Go fetches the newer toolchain that a go.mod asks for by itself.
    minimum: [1, 21],
    purpose: 'builds Prometheus, Alertmanager and Jaeger',
    hint: 'Install Go 1.26 or newer (on macOS: brew install go) and make sure that `go` is on PATH.',
  },
  java: {
    versionArgs: ['--version'],
    version: /(\d+(?:\.\d+)*)/,
    minimum: [17],
    purpose: 'runs Elasticsearch',
    hint: 'Install a JDK 17 or newer (Debian and Ubuntu: apt-get install openjdk-17-jdk-headless).',
  },
  javac: {
    versionArgs: ['--version'],
    version: /(\d+(?:\.\d+)*)/,
    minimum: [17],
    purpose: 'compiles the Elasticsearch launcher',
    hint: 'A Java runtime alone is not enough. Install a JDK 17 or newer (Debian and Ubuntu: apt-get install openjdk-17-jdk-headless).',
  },
  mvn: {
    versionArgs: ['--batch-mode', '--version'],
    version: /Maven (\d+(?:\.\d+)*)/,
    minimum: [3, 6],
    purpose: 'fetches the Elasticsearch jars',
    hint: 'Install Maven 3.6 or newer (Debian and Ubuntu: apt-get install maven).',
  },
} satisfies Record<string, Tool>;

export type BuildTool = keyof typeof buildTools;

/** Throws a StackFailure that says what is missing, what needs it and how to get it. */
export async function requireTool(name: BuildTool): Promise<void> {
  const tool: Tool = buildTools[name];
  const complaint = toolComplaint(name, tool, await outputOf(name, tool.versionArgs));
  if (complaint !== undefined) {
    throw new StackFailure(complaint);
  }
}

/** Why the tool will not do; undefined when it will. */
export function toolComplaint(name: string, tool: Tool, printed: string | undefined): string | undefined {
  const advice = `It ${tool.purpose}. ${tool.hint} With a Docker engine none of this is needed.`;
  if (printed === undefined) {
    return `\`${name}\` was not found. ${advice}`;
  }
  const version = tool.version.exec(printed)?.[1];
  if (version === undefined || isOlder(version.split('.').map(Number), tool.minimum)) {
    const needed = tool.minimum.join('.');
    return `\`${name}\` ${needed} or newer is needed, found ${version ?? printed.split('\n')[0]}. ${advice}`;
  }
  return undefined;
}

function isOlder(version: number[], minimum: number[]): boolean {
  for (const [index, least] of minimum.entries()) {
    const part = version[index] ?? 0;
    if (part !== least) {
      return part < least;
    }
  }
  return false;
}
