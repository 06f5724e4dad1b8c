import { config } from '@grafana/runtime';

export interface ManifestInclude {
  type: string;
  name: string;
  path?: string;
  role?: string;
  icon?: string;
  addToNav?: boolean;
  defaultNav?: boolean;
}

export interface PreviewPlugin {
  manifest: {
    id: string;
    name: string;
    info: { version?: string; description?: string; logos?: { small: string; large: string } };
    includes?: ManifestInclude[];
    extensions?: Record<string, unknown>;
  };
  settings: { enabled: boolean; pinned: boolean; jsonData: Record<string, unknown> };
}

/** What the server put into the page beside Grafana's own boot data. */
export function previewPlugin(): PreviewPlugin {
  return (config.bootData as unknown as { plugin: PreviewPlugin }).plugin;
}
