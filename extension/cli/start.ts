#!/usr/bin/env node
import module from 'node:module';

// Node since 22.1 keeps what it has compiled, in the system's folder of temporary files: later calls start in half the time.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache();
void import('./main');
