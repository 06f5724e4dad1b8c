import { bootstrap, runTypeScript } from './bootstrap.mjs';

bootstrap();
runTypeScript('dev/stack/cli.ts', process.argv.slice(2));
