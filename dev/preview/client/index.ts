import { start } from './start';

start().catch((error: unknown) => {
  const box = document.createElement('pre');
  box.textContent = `The preview host could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  box.style.cssText = 'padding: 24px; white-space: pre-wrap; color: inherit';
  document.body.append(box);
  throw error;
});
