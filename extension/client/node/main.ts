import type { ExtensionContext } from 'vscode';
import { type Api, activate as activateNabla } from '../common/activate';
import type { Platform } from '../common/platform';
import { startServerProcess } from './serverProcess';

const platform: Platform = {
  isMac: process.platform === 'darwin',
  async connect(setup) {
    const first = startServerProcess(setup);
    try {
      const connection: typeof import('./connection') = require('./connection.node.js');
      return connection.connect(setup, first);
    } catch (reason) {
      first.kill();
      throw reason;
    }
  },
};

export function activate(context: ExtensionContext): Api {
  return activateNabla(context, platform);
}
