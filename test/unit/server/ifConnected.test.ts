import assert from 'node:assert/strict';
import { ifConnected } from '../../../extension/server/common/ifConnected';
import { network } from '../language/texts';
import { open } from './requests';
import { startSession } from './session';

describe('a client that hangs up', () => {
  it('is sent nothing any more, and ends no process: diagnostics may still be on their way', async () => {
    const faults: unknown[] = [];
    const note = (fault: unknown) => void faults.push(fault);
    process.on('unhandledRejection', note);
    const stays = await startSession();
    const gone = await startSession();
    await open(gone, network);
    // Answered in order: the document is open then, and its diagnostics are due a little later.
    await assert.rejects(gone.client.sendRequest('no/method'));
    gone.dispose();
    // Opened later, so that the diagnostics of the other one were due before these.
    await open(stays, network);
    assert.deepEqual((await stays.nextDiagnostics()).diagnostics, []);
    stays.dispose();
    process.off('unhandledRejection', note);
    assert.deepEqual(faults, []);
  });

  it('is no excuse for another fault', () => {
    const fault = () => {
      throw new RangeError('another');
    };
    assert.throws(() => ifConnected(fault), RangeError);
  });
});
