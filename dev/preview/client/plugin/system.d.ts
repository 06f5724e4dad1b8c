declare module 'systemjs/dist/system.js';
declare module 'systemjs/dist/extras/amd.js';

interface SystemLoader {
  addImportMap(map: { imports: Record<string, string> }): void;
  set(id: string, module: Record<string, unknown>): void;
  import(id: string): Promise<Record<string, unknown>>;
}

interface Window {
  System: SystemLoader;
}
