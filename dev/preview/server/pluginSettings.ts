import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parse } from 'yaml';

export interface PluginSettings {
  enabled: boolean;
  pinned: boolean;
  jsonData: Record<string, unknown>;
}

interface ProvisionedApp {
  type: string;
  disabled?: boolean;
  jsonData?: Record<string, unknown>;
}

/** What `provisioning/plugins/*.yaml` says about a plugin; nothing there means enabled with empty settings. */
export function readProvisioned(folder: string, pluginId: string): PluginSettings {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)) : [];
  for (const file of files.sort()) {
    const document = parse(readFileSync(join(folder, file), 'utf8')) as { apps?: ProvisionedApp[] } | null;
    const app = document?.apps?.find((candidate) => candidate.type === pluginId);
    if (app) {
      return { enabled: !app.disabled, pinned: true, jsonData: app.jsonData ?? {} };
    }
  }
  return { enabled: true, pinned: true, jsonData: {} };
}

/** A plugin's settings: provisioned at first, then what was posted, kept in a file so that a restart remembers it. */
export class PluginSettingsStore {
  constructor(
    private readonly file: string,
    private readonly provisioned: () => PluginSettings
  ) {}

  read(): PluginSettings {
    return existsSync(this.file) ? (JSON.parse(readFileSync(this.file, 'utf8')) as PluginSettings) : this.provisioned();
  }

  write(settings: Partial<PluginSettings>): void {
    const next: PluginSettings = { ...this.read(), ...settings };
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(
      this.file,
      JSON.stringify({ enabled: next.enabled, pinned: next.pinned, jsonData: next.jsonData }, null, 2)
    );
  }
}
