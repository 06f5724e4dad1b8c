import { bootstrap, runTypeScript } from './bootstrap.mjs';

bootstrap();
runTypeScript('tests/bench/main.ts', process.argv.slice(2));
