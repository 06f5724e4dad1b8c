import type { AppPluginMeta, PluginConfigPageProps } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { Button, Input } from '@grafana/ui';
import { useState } from 'react';

/** Saves one setting, to test that settings are kept. */
export function ConfigPage({ plugin }: PluginConfigPageProps<AppPluginMeta<{ greeting?: string }>>) {
  const { id, enabled, pinned, jsonData } = plugin.meta;
  const [greeting, setGreeting] = useState(jsonData?.greeting ?? '');
  const save = () => getBackendSrv().post(`/api/plugins/${id}/settings`, { enabled, pinned, jsonData: { ...jsonData, greeting } });
  return (
    <>
      <Input aria-label="Greeting" value={greeting} onChange={(event) => setGreeting(event.currentTarget.value)} />
      <Button onClick={save}>Save</Button>
    </>
  );
}
