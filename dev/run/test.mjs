import { bootstrap, runTypeScript } from './bootstrap.mjs';

bootstrap();
runTypeScript('dev/test/main.ts', process.argv.slice(2));
