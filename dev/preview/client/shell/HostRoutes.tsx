import type { AppPlugin, AppPluginMeta } from '@grafana/data';
import { Navigate, Route, Routes } from 'react-router';

import { previewPlugin } from '../bootData';
import { ElsewherePage } from './ElsewherePage';
import { PluginConfig } from './PluginConfig';
import { PluginRoot } from './PluginRoot';

function homePath(): string {
  const { manifest } = previewPlugin();
  const pages = (manifest.includes ?? []).filter((include) => include.type === 'page');
  return (pages.find((page) => page.defaultNav) ?? pages[0])?.path ?? `/a/${manifest.id}`;
}

/** Grafana's addresses as far as the app has to do with them; anything else says where it would lead. */
export function HostRoutes({ plugin, meta }: { plugin: AppPlugin; meta: AppPluginMeta }) {
  return (
    <Routes>
      <Route path={`/a/${meta.id}/*`} element={<PluginRoot plugin={plugin} meta={meta} />} />
      <Route path={`/plugins/${meta.id}`} element={<PluginConfig plugin={plugin} meta={meta} />} />
      <Route path="/" element={<Navigate to={homePath()} replace />} />
      <Route path="*" element={<ElsewherePage />} />
    </Routes>
  );
}
