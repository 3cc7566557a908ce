import { enableCompileCache } from 'node:module';

// Compiling some hundreds of files is half of what a short command takes: the imports must come after this.
enableCompileCache();
await import('./command-line.ts');
