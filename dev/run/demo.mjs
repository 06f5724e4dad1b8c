import { bootstrap, runTypeScript } from './bootstrap.mjs';

bootstrap();
runTypeScript('dev/stack/demo.ts', process.argv.slice(2));
