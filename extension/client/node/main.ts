import type { ExtensionContext } from 'vscode';
import { type Api, activate as activateNabla } from '../common/activate';
import type { Platform } from '../common/platform';

const platform: Platform = {
  isMac: process.platform === 'darwin',
  async connect(setup) {
    const connection: typeof import('./connection') = require('./connection.node.js');
    return connection.connect(setup);
  },
};

export function activate(context: ExtensionContext): Api {
  return activateNabla(context, platform);
}
